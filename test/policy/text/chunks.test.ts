import fc from 'fast-check';
import { chunksOf } from '../../../scripts/policy/text/chunks';

it('the pieces of a text are the text, and short', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      const chunks = chunksOf(text);
      expect(chunks.join('')).toBe(text);
      for (const chunk of chunks) expect(chunk.length).toBeLessThanOrEqual(257);
    }),
  );
});

it('a surrogate pair at the end of a piece stays whole', () => {
  expect(chunksOf(`${'a'.repeat(255)}\ud83d\ude00b`)).toEqual([`${'a'.repeat(255)}\ud83d\ude00`, 'b']);
});

it.each([
  ['', ['']],
  ['a'.repeat(256), ['a'.repeat(256)]],
  ['a'.repeat(257), ['a'.repeat(256), 'a']],
])('a text is cut only where it is too long (case %#)', (text, chunks) => {
  expect(chunksOf(text)).toEqual(chunks);
});
