import { blockCounter } from '../../../scripts/policy/prove/endpoints/placeindex';
import { commonBits } from '../../../scripts/policy/prove/endpoints/commonbits';
import { joinedRow, rowScheme, rowWithout } from '../../../scripts/policy/prove/endpoints/rows';
import { addressOfDigits, neighbour, parseCidr, someBlockHolds } from '../../../scripts/policy/prove/read/addresses';

const ROWS = [[], [3], [1, 2, 5], [2, 5, 9], [1, 2, 3, 5, 9, 30]];
const NO_RULES = { rules: [], filters: [], filterTags: [], failures: [] };

it.each(ROWS.flatMap((a) => ROWS.map((b) => [a, b] as const)))('rows %j and %j', (a, b) => {
  const all = [...new Set([...a, ...b])].sort((x, y) => x - y);
  expect(joinedRow(a, b)).toEqual(all);
  expect(rowWithout(a, b)).toEqual(a.filter((bit) => !b.includes(bit)));
  const scheme = rowScheme([], [], NO_RULES);
  for (const always of [
    { source: {}, destination: {}, both: [] },
    { source: { 9: true }, destination: { 1: true, 3: true }, both: [4] },
  ] as const) {
    const meets = (bits: object, bit: number): boolean => bit in bits;
    const met = all.filter(
      (bit) => (a.includes(bit) || meets(always.source, bit)) && (b.includes(bit) || meets(always.destination, bit)),
    );
    const expected = [...new Set([...met, ...always.both])].sort((x, y) => x - y);
    expect(commonBits({ ...scheme, always }, a, b)).toEqual(expected);
  }
});

const BLOCKS = ['10.0.0.0/8', '10.1.0.0/16', '10.1.2.3/32', '192.0.2.0/25', '2001:db8::/32'].flatMap(
  (text) => parseCidr(text) ?? [],
);

it('blocks are counted at their ends and beside them', () => {
  const count = blockCounter(BLOCKS);
  for (const { from, to } of BLOCKS) {
    for (const digits of [from, to]) {
      const address = addressOfDigits(digits);
      for (const one of [neighbour(address, -1), address, neighbour(address, 1)]) {
        if (one === undefined) continue;
        expect(count(one)).toBe(BLOCKS.filter((block) => someBlockHolds([block], one)).length);
      }
    }
  }
});

it.each([
  ['0a00ffff', '0a010000'],
  ['00ffffff', '01000000'],
  ['20010db8000000000000ffffffffffff', '20010db8000000000001000000000000'],
])('%s is before %s', (before, after) => {
  expect(neighbour(addressOfDigits(before), 1)).toEqual(addressOfDigits(after));
  expect(neighbour(addressOfDigits(after), -1)).toEqual(addressOfDigits(before));
});

it.each([
  ['ffffffff', 1],
  ['00000000', -1],
] as const)('nothing is beside %s', (digits, step) => {
  expect(neighbour(addressOfDigits(digits), step)).toBeUndefined();
});
