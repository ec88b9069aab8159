import { readSecurityServices } from '../../../scripts/policy/profile/services';
import { lines } from '../attributes/support';

const GOOD = { description: 'for tests', owner: 'sec', attributes: { log: 'both' } };

function diagnosed(services: unknown): string[] {
  return lines(readSecurityServices({ services }).diagnostics).map((line) =>
    line.replace(/^security-services-invalid /, ''),
  );
}

it('services are sorted by name, and values are trimmed', () => {
  const document = {
    services: {
      web: { ...GOOD, attributes: { appid: ' ssl , web-browsing\n' }, namespaces: ['b', 'a', 'b'] },
      api: GOOD,
    },
  };
  expect(readSecurityServices(document)).toEqual({
    services: [
      { name: 'api', description: 'for tests', owner: 'sec', namespaces: undefined, attributes: { log: 'both' } },
      {
        name: 'web',
        description: 'for tests',
        owner: 'sec',
        namespaces: ['a', 'b'],
        attributes: { appid: 'ssl , web-browsing' },
      },
    ],
    diagnostics: [],
  });
});

it('no services are no mistake', () => {
  expect(readSecurityServices({ services: {} })).toEqual({ services: [], diagnostics: [] });
});

it('a service with a mistake is left out, and the others hold', () => {
  const { services, diagnostics } = readSecurityServices({
    services: { a: GOOD, b: { ...GOOD, attributes: { log: 'all' } }, c: GOOD },
  });
  expect(services.map(({ name }) => name)).toEqual(['a', 'c']);
  expect(lines(diagnostics)).toEqual([
    'security-services-invalid services.b.attributes.log: Expected end, start, both or none; found the text "all".',
  ]);
});

it.each<[unknown, string]>([
  [undefined, ': Expected an object; found nothing.'],
  [[], ': Expected an object; found a list.'],
  [{}, 'services: The key is required.'],
  [{ services: [] }, 'services: Expected an object; found a list.'],
  [{ services: {}, service: {} }, 'service: There is no such key. Did you mean "services"?'],
])('the document %j is refused: %s', (document, expected) => {
  const { services, diagnostics } = readSecurityServices(document);
  expect(services).toEqual([]);
  expect(lines(diagnostics)).toEqual([`security-services-invalid ${expected}`]);
});

it.each<[unknown, string]>([
  [{ a: { owner: 'o', attributes: { log: 'end' } } }, 'services.a.description: The key is required.'],
  [{ a: { ...GOOD, owner: '' } }, 'services.a.owner: Expected one line of at most 256 characters; found the text "".'],
  [{ a: { ...GOOD, owners: 'x' } }, 'services.a.owners: There is no such key. Did you mean "owner"?'],
  [{ a: { ...GOOD, attributes: {} } }, 'services.a.attributes: It is empty; it needs at least one member.'],
  [
    { a: { ...GOOD, attributes: { apid: 'x' } } },
    'services.a.attributes.apid: There is no such key. Did you mean "appid"?',
  ],
  [
    { a: { ...GOOD, namespaces: [] } },
    'services.a.namespaces: The list is empty; name at least one, or leave out the key.',
  ],
  [
    { a: { ...GOOD, attributes: { appid: 'ssl,<b>' } } },
    'services.a.attributes.appid: "ssl,<b>" is not accepted: in its element 2, it has the character "<"; letters, digits, blanks, "-", "_" and "." are allowed. List App-IDs or application groups, separated by commas; each name has at most 63 letters, digits, blanks, "-", "_" and ".".',
  ],
  [
    { a: { ...GOOD, attributes: { 'profile-group': 'g', antivirus: 'none' } } },
    'services.a.attributes.profile-group: A profile group excludes single profiles; here it stands beside antivirus.',
  ],
  [
    { 'a b': GOOD },
    'services["a b"]: Expected a name of at most 63 letters, digits, ".", "-" and "_" that starts and ends with a letter or digit; found the text "a b".',
  ],
])('%j is refused: %s', (services, expected) => {
  expect(diagnosed(services)).toEqual([expected]);
});

it('a security service names no other one', () => {
  expect(diagnosed({ a: { ...GOOD, attributes: { 'security-service': 'b' } } })[0]).toMatch(
    /^services\.a\.attributes\.security-service: There is no such key\./,
  );
});

it.each(['a', 'pci-web', 'x.y_z', 'a'.repeat(63), 'constructor'])('the name %s is fine', (name) => {
  expect(diagnosed({ [name]: GOOD })).toEqual([]);
});

it.each(['', '-a', 'a-', 'a'.repeat(64), 'a,b', '__proto__', '<a>'])('the name %j is refused', (name) => {
  const { services, diagnostics } = readSecurityServices({
    services: JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(GOOD)}}`) as unknown,
  });
  expect(services).toEqual([]);
  expect(diagnostics).toHaveLength(1);
});
