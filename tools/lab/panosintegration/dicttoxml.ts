import { CommandError } from './python/exceptions';
import { repr } from './python/text';
import { isDictionary, type Value } from './python/value';

/**
 * `json2xml` of the base library for dictionaries without attributes: the one way of the integration to build XML that
 * escapes.
 *
 * @throws CommandError for a number, as Python's serialiser does
 * @example
 * dictToXml({ members: { member: ['a', 'b&c'] } }) //=> '<members><member>a</member><member>b&amp;c</member></members>'
 */
export function dictToXml(value: { readonly [tag: string]: Value }): string {
  return Object.entries(value)
    .map(([tag, content]) => (Array.isArray(content) ? content : [content]).map((one) => element(tag, one)).join(''))
    .join('');
}

function element(tag: string, content: Value): string {
  const inner = isDictionary(content) ? dictToXml(content) : escaped(content);
  return inner === '' ? `<${tag} />` : `<${tag}>${inner}</${tag}>`;
}

function escaped(content: Value): string {
  if (content === null) return '';
  if (typeof content !== 'string') throw new CommandError(`cannot serialize ${repr(content)}`);
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
