import { childNode, childNodes } from '../../../scripts/panorama/api/nodes';

it('an empty element is null, whether the engine shows it as null or as undefined', () => {
  for (const empty of [null, undefined]) {
    expect(childNodes({ result: empty }, 'result')).toEqual([null]);
    expect(childNode({ result: empty }, 'result')).toBeNull();
  }
  expect(childNode({}, 'result')).toBeUndefined();
  expect(childNodes({ entry: ['a', null] }, 'entry')).toEqual(['a', null]);
});
