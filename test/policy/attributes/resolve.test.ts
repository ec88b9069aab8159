import { resolveAttributes } from '../../../scripts/policy/attributes/resolve';
import type { EntryAttributes } from '../../../scripts/policy/attributes/types';
import { localProfile } from '../../../scripts/policy/profile/defaults';
import type {
  AllowLists,
  AttributeValues,
  ClusterProfile,
  SecurityService,
} from '../../../scripts/policy/profile/types';
import { lines, places, policyWith, service } from './support';

interface Context {
  readonly services?: readonly SecurityService[];
  readonly defaults?: AttributeValues;
  readonly allowed?: AllowLists;
}

function profile({ defaults = {}, allowed = {} }: Context): ClusterProfile {
  return { ...localProfile(), defaults, allowed };
}

/** What the entries ingress 0, ingress 1 and egress 0 ask for; there is nothing to report. */
function resolved(annotations: Record<string, string>, context: Context = {}): readonly EntryAttributes[] {
  const { entries, diagnostics } = resolveAttributes(policyWith(annotations), context.services ?? [], profile(context));
  expect(lines(diagnostics)).toEqual([]);
  return entries;
}

function diagnosed(annotations: Record<string, string>, context: Context = {}): string[] {
  return lines(resolveAttributes(policyWith(annotations), context.services ?? [], profile(context)).diagnostics);
}

it('a policy without attributes asks for nothing', () => {
  expect(resolved({})).toEqual([{}, {}, {}]);
});

it('a policy without entries has no attributes', () => {
  const policy = policyWith({ log: 'both' }, {}, { podSelector: {} });
  expect(resolveAttributes(policy, [], localProfile())).toEqual({ entries: [], references: [], diagnostics: [] });
});

it('all keys are resolved', () => {
  const [entry] = resolved({
    appid: 'web-browsing, ssl',
    'url-category': 'news',
    antivirus: 'av',
    antispyware: 'as',
    'vuln-protection': 'vp',
    urlfiltering: 'uf',
    fileblocking: 'fb',
    datafiltering: 'df',
    wildfire: 'wf',
    logprofile: 'siem',
    log: 'both',
    service: 'ports',
    ticket: 'CHG-1',
  });
  expect(entry).toEqual({
    applications: ['ssl', 'web-browsing'],
    categories: ['news'],
    inspection: {
      type: 'profiles',
      profiles: {
        virus: 'av',
        spyware: 'as',
        vulnerability: 'vp',
        'url-filtering': 'uf',
        'file-blocking': 'fb',
        'data-filtering': 'df',
        'wildfire-analysis': 'wf',
      },
    },
    logProfile: 'siem',
    log: 'both',
    service: 'ports',
    ticket: 'CHG-1',
  });
});

it('the most specific level wins, key by key', () => {
  const entries = resolved(
    { log: 'both', 'ingress.log': 'start', 'ingress.0.log': 'none', 'ingress.1.appid': 'redis', ticket: 'T' },
    { services: [service('s', { log: 'end', appid: 'ssl' })] },
  );
  expect(entries).toEqual([
    { log: 'none', ticket: 'T' },
    { log: 'start', applications: ['redis'], ticket: 'T' },
    { log: 'both', ticket: 'T' },
  ]);
});

describe('inspection', () => {
  it('single profiles add up over levels, and none is kept', () => {
    const [first, second, egress] = resolved({
      antivirus: 'a',
      wildfire: 'w',
      'ingress.antivirus': 'none',
      'ingress.0.antispyware': 's',
    });
    expect(first.inspection).toEqual({
      type: 'profiles',
      profiles: { virus: 'none', 'wildfire-analysis': 'w', spyware: 's' },
    });
    expect(second.inspection).toEqual({ type: 'profiles', profiles: { virus: 'none', 'wildfire-analysis': 'w' } });
    expect(egress.inspection).toEqual({ type: 'profiles', profiles: { virus: 'a', 'wildfire-analysis': 'w' } });
  });

  it('a more specific group replaces single profiles', () => {
    const [entry] = resolved({ antivirus: 'a', 'ingress.profile-group': 'g' });
    expect(entry.inspection).toEqual({ type: 'group', group: 'g' });
  });

  it('more specific single profiles replace a group and all below it', () => {
    const [entry] = resolved(
      { 'profile-group': 'g', 'ingress.antivirus': 'a', 'security-service': 's' },
      { services: [service('s', { wildfire: 'w' })] },
    );
    expect(entry.inspection).toEqual({ type: 'profiles', profiles: { virus: 'a' } });
  });

  it('the most specific of two groups holds', () => {
    const [entry, , egress] = resolved({ 'profile-group': 'g', 'ingress.0.profile-group': 'h' });
    expect(entry.inspection).toEqual({ type: 'group', group: 'h' });
    expect(egress.inspection).toEqual({ type: 'group', group: 'g' });
  });

  it('the cluster default is not merged, whatever its kind', () => {
    const both: readonly AttributeValues[] = [{ antispyware: 's' }, { 'profile-group': 'g' }];
    for (const defaults of both) {
      expect(resolved({ antivirus: 'a' }, { defaults })[0]).toEqual({
        inspection: { type: 'profiles', profiles: { virus: 'a' } },
      });
    }
  });

  it('none against single profiles of the cluster default is fine', () => {
    expect(resolved({ antivirus: 'none' }, { defaults: { antivirus: 'a' } })[0].inspection).toEqual({
      type: 'profiles',
      profiles: { virus: 'none' },
    });
  });
});

describe('none against a profile group is an error', () => {
  const MESSAGE = 'but what it inherits is the profile group g, which cannot be taken apart.';

  it('of a wider scope, said once for all entries', () => {
    expect(diagnosed({ 'profile-group': 'g', 'ingress.antivirus': 'none' })).toEqual([
      `attribute-none-group metadata.annotations[np.panw.com/ingress.antivirus]: np.panw.com/ingress.antivirus is "none", ${MESSAGE}`,
    ]);
  });

  it('of a security service', () => {
    const services = [service('s', { 'profile-group': 'g' })];
    expect(diagnosed({ 'security-service': 's', 'egress.0.wildfire': 'none' }, { services })).toEqual([
      `attribute-none-group metadata.annotations[np.panw.com/egress.0.wildfire]: np.panw.com/egress.0.wildfire is "none", ${MESSAGE}`,
    ]);
  });

  it('of the cluster default', () => {
    expect(diagnosed({ antivirus: 'none' }, { defaults: { 'profile-group': 'g' } })).toEqual([
      `attribute-none-group metadata.annotations[np.panw.com/antivirus]: np.panw.com/antivirus is "none", ${MESSAGE}`,
    ]);
  });

  it('also beside a real profile', () => {
    const found = diagnosed({ 'profile-group': 'g', 'ingress.antivirus': 'none', 'ingress.wildfire': 'w' });
    expect(found).toHaveLength(1);
  });

  it('and where a security service says it', () => {
    const context = { services: [service('s', { antivirus: 'none' })], defaults: { 'profile-group': 'g' } };
    expect(diagnosed({ 'security-service': 's' }, context)).toEqual([
      `attribute-none-group metadata.annotations[np.panw.com/security-service]: antivirus of the security service "s" is "none", ${MESSAGE}`,
    ]);
  });

  it('but not where a more specific profile replaces the none', () => {
    const context = { defaults: { 'profile-group': 'g' } };
    expect(
      resolved({ antivirus: 'none', 'ingress.antivirus': 'a', 'egress.antivirus': 'b' }, context)[0].inspection,
    ).toEqual({
      type: 'profiles',
      profiles: { virus: 'a' },
    });
  });

  it('but not where a more specific group replaces everything', () => {
    const context = { defaults: { 'profile-group': 'g' } };
    const annotations = { antivirus: 'none', 'ingress.profile-group': 'h', 'egress.profile-group': 'i' };
    expect(resolved(annotations, context)[2].inspection).toEqual({ type: 'group', group: 'i' });
  });
});

describe('application-default', () => {
  it('holds for entries without ports', () => {
    expect(resolved({ 'ingress.0.service': 'application-default' })[0]).toEqual({ service: 'application-default' });
  });

  it('on an entry with ports is an error, at the place that says it', () => {
    expect(diagnosed({ service: 'application-default' })).toEqual([
      'attribute-widens metadata.annotations[np.panw.com/service]: service "application-default" reaches spec.ingress[1], which names ports.',
    ]);
    const services = [service('s', { service: 'application-default' })];
    expect(diagnosed({ 'ingress.security-service': 's' }, { services })).toEqual([
      'attribute-widens metadata.annotations[np.panw.com/ingress.security-service]: service "application-default" reaches spec.ingress[1], which names ports.',
    ]);
  });

  it('is taken back by ports at a more specific scope', () => {
    const entries = resolved({ service: 'application-default', 'ingress.1.service': 'ports' });
    expect(entries.map((entry) => entry.service)).toEqual(['application-default', 'ports', 'application-default']);
  });

  it('as the cluster default leaves entries with ports alone', () => {
    const defaults = { service: 'application-default' };
    expect(resolved({}, { defaults })).toEqual([{}, { service: 'ports' }, {}]);
    expect(resolved({ log: 'both' }, { defaults })[1]).toEqual({ log: 'both', service: 'ports' });
  });
});

describe('security services', () => {
  const services = [
    service('pci-web', { appid: 'ssl', log: 'both', ticket: 'PUB-1' }),
    service('other', { appid: 'redis' }),
    service('payments-only', { log: 'none' }, ['payments', 'billing']),
  ];

  it('rank below everything that the policy says', () => {
    const [entry, , egress] = resolved({ log: 'start', 'ingress.0.security-service': 'pci-web' }, { services });
    expect(entry).toEqual({ applications: ['ssl'], log: 'start', ticket: 'PUB-1' });
    expect(egress).toEqual({ log: 'start' });
  });

  it('do not add up: the most specific one is used', () => {
    const entries = resolved({ 'security-service': 'pci-web', 'egress.security-service': 'other' }, { services });
    expect(entries[2]).toEqual({ applications: ['redis'] });
    expect(entries[0]).toEqual({ applications: ['ssl'], log: 'both', ticket: 'PUB-1' });
  });

  it('are not checked against the allow-lists', () => {
    const allowed = { applications: [], profiles: [] };
    expect(resolved({ 'security-service': 'other' }, { services, allowed })[0]).toEqual({ applications: ['redis'] });
  });

  it('that do not exist are an error, with a suggestion that the namespace may use', () => {
    expect(diagnosed({ 'security-service': 'pci-wep' }, { services })).toEqual([
      'security-service-unknown metadata.annotations[np.panw.com/security-service]: There is no security service "pci-wep". Did you mean "pci-web"?',
    ]);
    expect(diagnosed({ 'security-service': 'payments-onyl' }, { services })).toEqual([
      'security-service-unknown metadata.annotations[np.panw.com/security-service]: There is no security service "payments-onyl".',
    ]);
    expect(diagnosed({ 'security-service': 'constructor' })).toEqual([
      'security-service-unknown metadata.annotations[np.panw.com/security-service]: There is no security service "constructor". None is published.',
    ]);
  });

  it('of other namespaces are an error', () => {
    expect(diagnosed({ 'ingress.security-service': 'payments-only' }, { services })).toEqual([
      'security-service-namespace metadata.annotations[np.panw.com/ingress.security-service]: The security service "payments-only" may not be used in the namespace shop.',
    ]);
  });

  it('may be named in a label', () => {
    const policy = policyWith({}, { 'security-service': 'other' });
    expect(resolveAttributes(policy, services, localProfile()).entries[0]).toEqual({ applications: ['redis'] });
  });
});

describe('allow-lists', () => {
  const allowed: AllowLists = {
    applications: ['ssl', { name: 'redis', namespaces: ['shop', 'cache'] }, { name: 'postgres', namespaces: ['db'] }],
    profiles: ['strict'],
    profileGroups: ['baseline'],
    logProfiles: [],
    urlCategories: ['news'],
  };

  it('let allowed names, names for this namespace, none and fixed words through', () => {
    const annotations = {
      appid: 'redis,ssl',
      antivirus: 'strict',
      wildfire: 'none',
      'ingress.profile-group': 'baseline',
      'url-category': 'news',
      log: 'none',
      service: 'ports',
      ticket: 'T',
    };
    expect(resolved(annotations, { allowed })[0].applications).toEqual(['redis', 'ssl']);
  });

  it('refuse each other name, with a suggestion of what is allowed here', () => {
    expect(
      diagnosed({ appid: 'sssl,postgres', 'ingress.0.antivirus': 'stricd', logprofile: 'siem' }, { allowed }),
    ).toEqual([
      'attribute-allowed metadata.annotations[np.panw.com/appid]: np.panw.com/appid: "postgres" may not be used in the namespace shop.',
      'attribute-allowed metadata.annotations[np.panw.com/appid]: np.panw.com/appid: "sssl" may not be used in the namespace shop. Did you mean "ssl"?',
      'attribute-allowed metadata.annotations[np.panw.com/logprofile]: np.panw.com/logprofile: "siem" may not be used in the namespace shop.',
      'attribute-allowed metadata.annotations[np.panw.com/ingress.0.antivirus]: np.panw.com/ingress.0.antivirus: "stricd" may not be used in the namespace shop. Did you mean "strict"?',
    ]);
  });

  it('that are not there allow everything', () => {
    expect(resolved({ appid: 'whatever', 'profile-group': 'g' })[0].applications).toEqual(['whatever']);
  });
});

it('wrong attributes are left out of the entries', () => {
  const { entries, diagnostics } = resolveAttributes(
    policyWith({ log: 'bad', apid: 'ssl', appid: 'redis' }),
    [],
    localProfile(),
  );
  expect(entries[0]).toEqual({ applications: ['redis'] });
  expect(places(diagnostics)).toEqual([
    'attribute-unknown metadata.annotations[np.panw.com/apid]',
    'attribute-value metadata.annotations[np.panw.com/log]',
  ]);
});

it('the order in which annotations are written does not matter', () => {
  const annotations = { log: 'both', 'ingress.antivirus': 'a', appid: 'b,a', bad: 'x', 'ingress.0.log': '' };
  const reversed = Object.fromEntries(Object.entries(annotations).reverse());
  const one = resolveAttributes(policyWith(annotations), [], localProfile());
  expect(JSON.stringify(resolveAttributes(policyWith(reversed), [], localProfile()))).toBe(JSON.stringify(one));
});
