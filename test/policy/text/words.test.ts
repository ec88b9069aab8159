import { didYouMean, inWords, shortened } from '../../../scripts/policy/text/words';

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a or b'],
  [['a', 'b', 'c'], 'a, b or c'],
])('%j in words is "%s"', (items, expected) => {
  expect(inWords(items, 'or')).toBe(expected);
});

it.each([
  ['antivrius', ['antispyware', 'antivirus'], ' Did you mean "antivirus"?'],
  ['APPID', ['appid'], ' Did you mean "appid"?'],
  ['unrelated', ['appid'], ''],
  ['', ['log'], ''],
  ['constructor', [], ''],
])('the hint for "%s" among %j is "%s"', (word, candidates, expected) => {
  expect(didYouMean(word, candidates)).toBe(expected);
});

it.each([
  ['abc', 'abc'],
  ['abcd', 'abc...'],
  ['', ''],
])('%j is shown as %j', (text, shown) => {
  expect(shortened(text, 3)).toBe(shown);
});
