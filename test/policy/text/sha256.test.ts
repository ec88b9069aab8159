import { createHash } from 'node:crypto';
import { fc } from '../../support/seed';
import { sha256 } from '../../../scripts/policy/text/sha256';

it.each([
  // FIPS 180-2, appendix B; the first is the empty message.
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['a'.repeat(1000000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
])('the standard example "%.10s" has its hash', (text, hash) => {
  expect(sha256(text)).toBe(hash);
});

it('every length around the block size is padded as the standard says', () => {
  for (let length = 0; length < 200; length++) expect(sha256('x'.repeat(length))).toBe(reference('x'.repeat(length)));
});

it('text of any script, surrogate pairs and lone surrogates hash as their UTF-8', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => sha256(text) === reference(text)));
  for (const text of ['ä€😀', '\ud800', '\udc00x', 'x\ud83d', '\ud83d\ud83d\ude00', '\uffff\u0000']) {
    expect(sha256(text)).toBe(reference(text));
  }
});

function reference(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
