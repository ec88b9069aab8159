/**
 * The reason why a regular expression does not mean the same in every engine, or `undefined`. Otto compiles with RE2, where
 * one bad literal keeps the whole script from loading; goja does, and falls back.
 *
 * @param pattern the text between the slashes
 */
export function unportable(pattern: string, flags: string): string | undefined {
  if (/[^gim]/.test(flags)) return `flag ${flags.replace(/[gim]/g, '')}`;
  let inClass = false;
  let rest = pattern;
  while (rest !== '') {
    const problem = inClass ? problemInClass(rest) : problemOutside(rest);
    if (problem !== undefined) return problem;
    if (rest.startsWith('\\')) {
      rest = rest.slice(2);
      continue;
    }
    if (inClass ? rest.startsWith(']') : rest.startsWith('[')) inClass = !inClass;
    rest = rest.slice(1);
  }
  return undefined;
}

function problemInClass(rest: string): string | undefined {
  return match(rest, [
    [/^\\[pPkQE]/, 'escape'],
    [/^\\u(\{|[dD][89a-fA-F])/, 'surrogate or code point'],
  ]);
}

function problemOutside(rest: string): string | undefined {
  const repeat = /^\{(\d*),?(\d*)\}/.exec(rest);
  if (repeat && Math.max(Number(repeat[1]), Number(repeat[2])) > 1000) return `repeat ${repeat[0]}`;
  return (
    match(rest, [
      [/^\\[1-9]/, 'backreference'],
      [/^\[\^?\]/, 'empty class'],
      [/^\(\?[^:]./, 'group'],
    ]) ?? problemInClass(rest)
  );
}

function match(rest: string, problems: readonly (readonly [RegExp, string])[]): string | undefined {
  for (const [pattern, name] of problems) {
    const found = pattern.exec(rest);
    if (found) return `${name} ${found[0]}`;
  }
  return undefined;
}
