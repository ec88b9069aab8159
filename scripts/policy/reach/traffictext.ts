import { hasKey, sortedKeys } from '../text/canonical';

/** What the firewall finds out about a connection; '' for an App-ID or URL category that no rule names. */
export interface Kind {
  readonly application: string;
  readonly category: string;
  /** Beside the default ports of its application, or on them; undefined where no rule tells these apart. */
  readonly onDefaultPort: boolean | undefined;
}

/**
 * Some of the kinds for people: `ssl`, `all but dns, ssl`, `ssl in gambling`, `outside gambling`, `on default ports`,
 * several of these with `; or` between them; '' for all of them.
 *
 * @param all every combination of some applications, categories and, where rules tell them apart, ports
 */
export function trafficText(some: readonly Kind[], all: readonly Kind[]): string {
  const categories = valuesOf(all, 'category');
  const applications = valuesOf(all, 'application');
  const ofApplication: { [application: string]: string[] } = {};
  for (const application of applications) {
    ofApplication[application] = rowsOf(
      some.filter((kind) => kind.application === application),
      categories,
    );
  }
  const ofRow: { [row: string]: string[] } = {};
  for (const application of applications) {
    for (const row of ofApplication[application]) ofRow[row] = (ofRow[row] || []).concat([application]);
  }
  return sortedKeys(ofRow)
    .map((row) => [listText(ofRow[row], applications, '', 'all but '), row].filter((text) => text !== '').join(' '))
    .join('; or ');
}

/** Categories and ports of one application's kinds. */
function rowsOf(kinds: readonly Kind[], categories: readonly string[]): string[] {
  const sides: { [side: string]: string[] } = {};
  for (const category of categories) {
    const ofCategory = kinds.filter((kind) => kind.category === category);
    if (ofCategory.length === 0) continue;
    const side = sideText(ofCategory);
    sides[side] = (sides[side] || []).concat([category]);
  }
  return sortedKeys(sides).map((side) =>
    [listText(sides[side], categories, 'in ', 'outside '), side].filter((text) => text !== '').join(' '),
  );
}

function sideText(kinds: readonly Kind[]): string {
  if (kinds.length > 1 || kinds[0].onDefaultPort === undefined) return '';
  return kinds[0].onDefaultPort ? 'on default ports' : 'beside default ports';
}

/** What is not named cannot be said but by what is. */
function listText(some: readonly string[], all: readonly string[], only: string, allBut: string): string {
  if (some.length === all.length) return '';
  if (some.indexOf('') < 0) return only + some.join(', ');
  return allBut + all.filter((name) => some.indexOf(name) < 0).join(', ');
}

function valuesOf(kinds: readonly Kind[], field: 'application' | 'category'): string[] {
  const found: string[] = [];
  const seen: { [value: string]: true } = {};
  for (const kind of kinds) {
    if (hasKey(seen, kind[field])) continue;
    seen[kind[field]] = true;
    found.push(kind[field]);
  }
  return found;
}
