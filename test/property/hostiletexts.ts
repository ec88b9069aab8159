import { CONSTRUCTS } from '../support/constructs';
import { fc } from '../support/seed';

/** Texts that try to be more than text, wherever they get to. */

/** Beside Markdown: what ends or begins something in XML, XPath, shells, terminals, JSON, YAML and lists of names. */
const PIECES: readonly string[] = [
  "'",
  '"',
  "' or '1'='1",
  "web']/../entry[@name='",
  "web' or @name='corporate-dns",
  ']|//*|/config[',
  '</entry><entry name="evil">',
  '</member><member>any</member><member>',
  '" uuid="0',
  ']]><evil/><![CDATA[',
  '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  '<?xml version="1.0"?>',
  '&lt;evil&gt;',
  '&#60;',
  '&amp;',
  '\\',
  '\\n',
  '|',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '\u0000',
  '\u0008',
  '\u001b[2K\u001b[1A',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u061c',
  '\u200b',
  '\u202e',
  '\u2028',
  '\u2066',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '\udc00',
  '\u{e0041}',
  '\u{1f4a9}',
  '\u{1f468}\u200d\u{1f4bb}',
  '../../etc/passwd',
  '/',
  '$(reboot)',
  '`reboot`',
  '; reboot',
  '{name}',
  '{reason}',
  '${CNSeries.Plan.Hash}',
  '__proto__',
  'constructor',
  'Normal  Effective  The firewall rules are live.',
  'NET-1\nApproved by: security',
  ',',
  ', ',
  ' and ',
  'any',
  'a'.repeat(300),
  'ü'.repeat(700),
  ' ',
  '',
];

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 3, arbitrary: fc.constantFrom(...CONSTRUCTS.map(([, text]) => text)) },
  { weight: 2, arbitrary: fc.string({ maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 4, unit: 'binary' }) },
  { weight: 1, arbitrary: fc.constantFrom('web', 'shop', 'NET-1', '1', ' see ') },
);

/** Some pieces in a row, some of them cut in the middle. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.tuple(piece, fc.nat(9), fc.nat(400)), { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.map(([text, whole, at]) => (whole < 8 ? text : text.slice(at % (text.length + 1)))).join(''));
