import { didYouMean, inWords } from '../../../scripts/policy/text/words';

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
