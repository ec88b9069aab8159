import { hasAttributes, readAttributes, valuesOf } from '../../../scripts/policy/attributes/read';
import { lines, places, policyWith } from './support';

function levels(annotations: Record<string, string>, labels: Record<string, string> = {}): unknown {
  const reading = readAttributes(policyWith(annotations, labels));
  expect(reading.diagnostics).toEqual([]);
  return Object.fromEntries(Object.entries(reading.levels).map(([scope, level]) => [scope, valuesOf(level)]));
}

function diagnosed(annotations: Record<string, string>, labels: Record<string, string> = {}): string[] {
  return lines(readAttributes(policyWith(annotations, labels)).diagnostics);
}

it('keys are read by scope', () => {
  const read = levels({
    log: 'both',
    'ingress.log': 'start',
    'ingress.0.log': 'none',
    'ingress.1.appid': 'ssl',
    'egress.0.antivirus': 'none',
  });
  expect(read).toEqual({
    '': { log: 'both' },
    'egress.0.': { antivirus: 'none' },
    'ingress.': { log: 'start' },
    'ingress.0.': { log: 'none' },
    'ingress.1.': { appid: 'ssl' },
  });
});

it('labels are read too, and blanks around values are not part of them', () => {
  expect(levels({ appid: ' ssl\n' }, { antivirus: 'strict' })).toEqual({ '': { antivirus: 'strict', appid: 'ssl' } });
});

it('what we write back, and keys of others, are no attributes', () => {
  const policy = policyWith({});
  const annotations = {
    'status.np.panw.com/appid': '',
    'np.panw.com.example.com/appid': '',
    'example.com/np.panw.com': '',
    'np.panw.com': 'x',
  };
  const others = { ...policy, annotations };
  expect(hasAttributes(others)).toBe(false);
  expect(readAttributes(others)).toEqual({ levels: {}, diagnostics: [] });
});

it('an annotation wins over a label of the same key, with a warning where they differ', () => {
  const reading = readAttributes(policyWith({ antivirus: 'strict', log: 'end' }, { antivirus: 'default', log: 'end' }));
  expect(reading.levels[''].antivirus?.value).toBe('strict');
  expect(lines(reading.diagnostics)).toEqual([
    'attribute-label-differs metadata.labels[np.panw.com/antivirus]: np.panw.com/antivirus is "strict" as an annotation and "default" as a label; the annotation holds.',
  ]);
});

it('a label that an annotation hides is not judged', () => {
  expect(places(readAttributes(policyWith({ log: 'end' }, { log: 'bad' })).diagnostics)).toEqual([
    'attribute-label-differs metadata.labels[np.panw.com/log]',
  ]);
});

it('diagnostics name the policy', () => {
  expect(readAttributes(policyWith({ log: 'bad' })).diagnostics[0].where).toEqual({
    policy: { namespace: 'shop', name: 'web' },
    path: 'metadata.annotations[np.panw.com/log]',
    file: undefined,
  });
});

it.each([
  ['antivrius', 'antivirus'],
  ['AppID', 'appid'],
  ['application', 'appid'],
  ['vulnerability', 'vuln-protection'],
  ['virus', 'antivirus'],
  ['log-setting', 'logprofile'],
  ['log-start', 'log'],
  ['ingres.appid', 'ingress.appid'],
  ['ingress.apid', 'ingress.appid'],
  ['egress.0.category', 'egress.0.url-category'],
])('the unknown key %s gets the suggestion %s', (key, suggestion) => {
  expect(diagnosed({ [key]: 'x' })).toEqual([
    `attribute-unknown metadata.annotations[np.panw.com/${key}]: "np.panw.com/${key}" is not an attribute. Did you mean "${suggestion}"?`,
  ]);
});

it.each([
  'banana',
  'constructor',
  'ingress',
  'ingress.00.appid',
  'ingress.-1.appid',
  'ingress.0.0.appid',
  'hasOwnProperty',
])('the key %s is unknown', (key) => {
  expect(places(readAttributes(policyWith({ [key]: 'x' })).diagnostics)).toEqual([
    `attribute-unknown metadata.annotations[np.panw.com/${key}]`,
  ]);
});

it('capital letters in the prefix are an error, not silence', () => {
  const policy = { ...policyWith({}), annotations: { 'NP.PANW.com/appid': 'ssl' } };
  expect(lines(readAttributes(policy).diagnostics)).toEqual([
    'attribute-unknown metadata.annotations[NP.PANW.com/appid]: "NP.PANW.com/appid" is not an attribute. The prefix is written "np.panw.com/".',
  ]);
});

it('an unknown key in a label is found as well', () => {
  expect(places(readAttributes(policyWith({}, { apid: 'ssl' })).diagnostics)).toEqual([
    'attribute-unknown metadata.labels[np.panw.com/apid]',
  ]);
});

it.each([
  ['ingress.2.appid', 'ingress entry 2'],
  ['egress.1.appid', 'egress entry 1'],
  ['ingress.99999999999999999999.appid', 'ingress entry 99999999999999999999'],
])('%s has no entry', (key, scope) => {
  expect(diagnosed({ [key]: 'ssl' })).toEqual([
    `attribute-entry metadata.annotations[np.panw.com/${key}]: np.panw.com/${key} is scoped to ${scope}, which this policy does not have.`,
  ]);
});

it('a direction without entries is an error, also where the policy isolates it', () => {
  const policy = policyWith(
    { 'egress.appid': 'ssl', 'ingress.appid': 'ssl' },
    {},
    {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{}],
    },
  );
  expect(lines(readAttributes(policy).diagnostics)).toEqual([
    'attribute-entry metadata.annotations[np.panw.com/egress.appid]: np.panw.com/egress.appid is scoped to egress entries, which this policy does not have.',
  ]);
});

it('an attribute of a policy without entries is judged all the same', () => {
  const policy = policyWith({ log: 'bad' }, {}, { podSelector: {} });
  expect(places(readAttributes(policy).diagnostics)).toEqual(['attribute-value metadata.annotations[np.panw.com/log]']);
});

it('a value that is not accepted is shown with its reason, printable', () => {
  expect(diagnosed({ antivirus: 'a\n<script>' })).toEqual([
    'attribute-value metadata.annotations[np.panw.com/antivirus]: np.panw.com/antivirus: "a<U+000A><script>" is not accepted: it has the character U+000A; letters, digits, blanks, "-", "_" and "." are allowed.',
  ]);
  expect(diagnosed({ appid: '' })).toEqual([
    'attribute-value metadata.annotations[np.panw.com/appid]: np.panw.com/appid: "" is not accepted: it is empty.',
  ]);
  expect(places(readAttributes(policyWith({}, { appid: '' })).diagnostics)).toEqual([
    'attribute-value metadata.labels[np.panw.com/appid]',
  ]);
});

it('a profile group beside single profiles on one level is an error, and the group is left out', () => {
  const reading = readAttributes(
    policyWith({ 'ingress.profile-group': 'g', 'ingress.wildfire': 'w', 'ingress.antivirus': 'none' }),
  );
  expect(lines(reading.diagnostics)).toEqual([
    'attribute-conflict metadata.annotations[np.panw.com/ingress.profile-group]: On one level, profile-group excludes single profiles; here it stands beside antivirus and wildfire.',
  ]);
  expect(valuesOf(reading.levels['ingress.'])).toEqual({ antivirus: 'none', wildfire: 'w' });
});

it('a profile group and single profiles on two levels are no conflict', () => {
  expect(levels({ 'profile-group': 'g', 'ingress.antivirus': 'a' })).toEqual({
    '': { 'profile-group': 'g' },
    'ingress.': { antivirus: 'a' },
  });
});

it('a conflict counts a group in a label', () => {
  expect(places(readAttributes(policyWith({ antivirus: 'a' }, { 'profile-group': 'g' })).diagnostics)).toEqual([
    'attribute-conflict metadata.labels[np.panw.com/profile-group]',
  ]);
});
