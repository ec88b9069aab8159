import { concatenable, lower } from './python/access';
import { str } from './python/text';
import { isTrue, type Value } from './python/value';

/*
 * The integration's XML: texts are pasted between tags as they are. Nothing is escaped, so that a caller's `&` breaks the
 * request and a caller's `&amp;` arrives as `&`.
 */

/** `<tag>text</tag>`, nothing for no text. */
export const leaf = (value: Value | undefined, tag: string): string =>
  value !== undefined && isTrue(value) ? `<${tag}>${concatenable(value)}</${tag}>` : '';

/** `<tag>text</tag>`, with the text `any` for no text. */
export const leafOrAny = (value: Value | undefined, tag: string): string => leaf(value, tag) || `<${tag}>any</${tag}>`;

/** `<member>` elements, nothing for no values. */
export function members(values: Value | undefined): string {
  if (values === undefined || !isTrue(values)) return '';
  return (Array.isArray(values) ? values : [values]).map((value) => `<member>${str(value)}</member>`).join('');
}

/** A list element with `<member>` elements, left out for no values. */
export function list(values: Value | undefined, tag: string): string {
  const content = members(values);
  return content === '' ? '' : `<${tag}>${content}</${tag}>`;
}

/** A list element, with the member `any` for no values. */
export const listOrAny = (values: Value | undefined, tag: string): string =>
  list(values, tag) || `<${tag}><member>any</member></${tag}>`;

/** yes or no: nothing is no, the word no in any case is no, everything else is yes. */
export function yesNo(value: Value | undefined, tag: string): string {
  const isYes = value !== undefined && isTrue(value) && lower(value) !== 'no';
  return `<${tag}>${isYes ? 'yes' : 'no'}</${tag}>`;
}

/** The target of a rule: one firewall. */
export const target = (serial: Value | undefined): string =>
  serial !== undefined && isTrue(serial)
    ? `<target><devices><entry name="${concatenable(serial)}"/></devices></target>`
    : '';

/** The profile setting of a rule: one profile group. */
export const profileGroup = (group: Value | undefined): string =>
  group !== undefined && isTrue(group)
    ? `<profile-setting><group><member>${concatenable(group)}</member></group></profile-setting>`
    : '';
