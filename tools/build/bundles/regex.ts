/**
 * The reason why a regular expression does not mean the same in every engine, or `undefined`. Otto compiles with RE2,
 * where one bad literal keeps the whole script from loading; goja does, and falls back.
 *
 * @param pattern the text between the slashes
 */
export function unportable(pattern: string, flags: string): string | undefined {
  if (/[^gim]/.test(flags)) return `flag ${flags.replace(/[gim]/g, '')}`;
  let inClass = false;
  let rest = pattern;
  while (rest !== '') {
    const violation = inClass ? violationInClass(rest) : violationOutside(rest);
    if (violation !== undefined) return violation;
    if (rest.startsWith('\\')) {
      rest = rest.slice(2);
      continue;
    }
    if (inClass ? rest.startsWith(']') : rest.startsWith('[')) inClass = !inClass;
    rest = rest.slice(1);
  }
  return undefined;
}

function violationInClass(rest: string): string | undefined {
  return match(rest, [
    [/^\\[pPkQE]/, 'escape'],
    [/^\\u(\{|[dD][89a-fA-F])/, 'surrogate or code point'],
  ]);
}

function violationOutside(rest: string): string | undefined {
  const repeat = /^\{(\d*),?(\d*)\}/.exec(rest);
  if (repeat && Math.max(Number(repeat[1]), Number(repeat[2])) > 1000) return `repeat ${repeat[0]}`;
  return (
    match(rest, [
      [/^\\[1-9]/, 'backreference'],
      [/^\[\^?\]/, 'empty class'],
      [/^\(\?[^:]./, 'group'],
    ]) ?? violationInClass(rest)
  );
}

function match(rest: string, violations: readonly (readonly [RegExp, string])[]): string | undefined {
  for (const [pattern, name] of violations) {
    const found = pattern.exec(rest);
    if (found) return `${name} ${found[0]}`;
  }
  return undefined;
}
