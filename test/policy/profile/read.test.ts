import { describeDiagnostic } from '../../../scripts/policy/diagnostics/diagnostic';
import { localProfile } from '../../../scripts/policy/profile/defaults';
import { readProfile } from '../../../scripts/policy/profile/read';
import type { ClusterProfile } from '../../../scripts/policy/profile/types';
import { lines } from '../attributes/support';

function read(settings: Record<string, unknown>): ClusterProfile {
  const { profile, diagnostics } = readProfile({ clusters: { prod: { deviceGroup: 'dg', ...settings } } }, 'prod');
  if (!profile) throw new Error(lines(diagnostics).join('\n'));
  expect(diagnostics).toEqual([]);
  return profile;
}

function diagnosed(settings: Record<string, unknown>): string[] {
  const { profile, diagnostics } = readProfile({ clusters: { prod: { deviceGroup: 'dg', ...settings } } }, 'prod');
  expect(profile === undefined).toBe(diagnostics.length > 0);
  return lines(diagnostics).map((line) => line.replace(/^profile-invalid clusters\.prod\.?/, ''));
}

it('a device group is enough; everything else has its default', () => {
  expect(read({})).toEqual({
    cluster: 'prod',
    deviceGroup: 'dg',
    panoramaInstance: '',
    watcherInstance: '',
    panoramaAdmin: '',
    clusterUID: '',
    enforcement: 'audit',
    autoCommit: false,
    autoPush: false,
    commit: { minIntervalMinutes: 5 },
    rulebase: 'pre',
    position: { at: 'bottom', rule: '' },
    applyMode: 'batch',
    style: 'readable',
    zones: { from: ['any'], to: ['any'] },
    excludedNamespaces: ['kube-system'],
    podCIDRs: undefined,
    serviceCIDRs: undefined,
    inspection: 'both-ends',
    refused: 'leave-out',
    nodes: { toPods: 'probes', ports: [], addresses: [] },
    tags: { cluster: 'prod', labelKey: 'identity', hostNetwork: 'registered' },
    tagPruning: false,
    sctp: 'refuse',
    filterNot: false,
    capacity: { rules: 10000, groups: 10000, members: 2000 },
    isolation: { action: 'deny', log: 'end' },
    defaults: {},
    allowed: {},
    guardRails: {
      approveAlways: false,
      maxChanges: 200,
      maxDeletes: 20,
      maxDeletedShare: 0.3,
      maxMoves: 50,
      approveExternal: ['0.0.0.0/0', '::/0'],
    },
    approverRoles: [],
  });
});

it('the local profile is what an otherwise empty profile gives', () => {
  expect(localProfile()).toEqual({
    ...read({}),
    cluster: 'local',
    deviceGroup: 'cnseries',
    tags: { ...read({}).tags, cluster: 'local' },
  });
  expect(localProfile('prod', 'dg')).toEqual(read({}));
});

it('an object that is given in part keeps the other defaults', () => {
  const profile = read({
    tags: { labelKey: 'underscore' },
    guardRails: { maxMoves: 1 },
    nodes: { ports: [10250, 80, 80] },
    zones: { from: ['trust'] },
    capacity: { rules: 1 },
  });
  expect(profile.tags).toEqual({ cluster: 'prod', labelKey: 'underscore', hostNetwork: 'registered' });
  expect(profile.guardRails.maxDeletes).toBe(20);
  expect(profile.guardRails.maxMoves).toBe(1);
  expect(profile.nodes).toEqual({ toPods: 'probes', ports: [80, 10250], addresses: [] });
  expect(profile.zones).toEqual({ from: ['trust'], to: ['any'] });
  expect(profile.capacity).toEqual({ rules: 1, groups: 10000, members: 2000 });
});

it('sets are sorted, addresses are canonical, and attribute values are trimmed', () => {
  const profile = read({
    zones: { to: ['b', 'a', 'b'] },
    excludedNamespaces: ['z', 'a'],
    podCIDRs: ['FD00:0::/64', '10.1.2.3/16', '10.1.0.0/16'],
    serviceCIDRs: ['10.96.0.1/12'],
    nodes: { addresses: ['FE80::0001', '10.0.0.1'] },
    guardRails: { approveExternal: ['10.9.9.9/8'] },
    approverRoles: ['b', 'a'],
    defaults: { logprofile: ' siem\n' },
  });
  expect(profile.zones.to).toEqual(['a', 'b']);
  expect(profile.excludedNamespaces).toEqual(['a', 'z']);
  expect(profile.podCIDRs).toEqual(['10.1.0.0/16', 'fd00::/64']);
  expect(profile.serviceCIDRs).toEqual(['10.96.0.0/12']);
  expect(profile.nodes.addresses).toEqual(['10.0.0.1', 'fe80::1']);
  expect(profile.guardRails.approveExternal).toEqual(['10.0.0.0/8']);
  expect(profile.approverRoles).toEqual(['a', 'b']);
  expect(profile.defaults).toEqual({ logprofile: 'siem' });
});

it('the defaults are not shared with what a caller gave', () => {
  const before = JSON.stringify(localProfile());
  read({ guardRails: { maxMoves: 1 }, tags: { cluster: 'other' }, nodes: { ports: [1] } });
  expect(JSON.stringify(localProfile())).toBe(before);
});

describe('which cluster', () => {
  const two = { clusters: { prod: { deviceGroup: 'p' }, staging: { deviceGroup: 's' } } };

  it('the only one is the default', () => {
    expect(readProfile({ clusters: { prod: { deviceGroup: 'p' } } }, undefined).profile?.cluster).toBe('prod');
  });

  it('the named one of several', () => {
    expect(readProfile(two, 'staging').profile?.deviceGroup).toBe('s');
  });

  it('none of several is an error', () => {
    expect(lines(readProfile(two, undefined).diagnostics)).toEqual([
      'profile-cluster-unnamed clusters: The profile has several clusters (prod, staging), and none of them is named.',
    ]);
  });

  it('an unknown one is an error that says how to add it', () => {
    const { profile, diagnostics } = readProfile(two, 'stagign');
    expect(profile).toBeUndefined();
    expect(lines(diagnostics)).toEqual([
      'profile-cluster clusters: The profile has no cluster "stagign"; it has prod, staging. Did you mean "staging"?',
    ]);
    expect(describeDiagnostic(diagnostics[0]).remedy).toBe(
      'Add it under `clusters` with at least a `deviceGroup`, or name one that is there.',
    );
  });

  it.each(['constructor', '__proto__', ''])('%j is unknown as well', (name) => {
    expect(readProfile(two, name).diagnostics.map(({ code }) => code)).toEqual(['profile-cluster']);
  });

  it('mistakes in other clusters do no harm', () => {
    expect(readProfile({ clusters: { prod: { deviceGroup: 'p' }, '1 bad': { nope: 1 } } }, 'prod').diagnostics).toEqual(
      [],
    );
  });

  it('names that differ in case only are refused', () => {
    const document = {
      clusters: { prod: { deviceGroup: 'p' }, Prod: { deviceGroup: 'P' }, staging: { deviceGroup: 's' } },
    };
    expect(lines(readProfile(document, 'prod').diagnostics)).toEqual([
      'profile-invalid clusters.prod: The name differs from that of "Prod" in case only, which PAN-OS tags ignore.',
    ]);
    expect(readProfile(document, 'staging').diagnostics).toEqual([]);
  });

  it.each([
    ['a', true],
    ['Prod-1', true],
    ['p'.repeat(24), true],
    ['p'.repeat(25), false],
    ['1prod', false],
    ['-prod', false],
    ['pro.d', false],
    ['pro d', false],
    ['', false],
  ])('the name %j is fine: %s', (name, isFine) => {
    expect(readProfile({ clusters: { [name]: { deviceGroup: 'p' } } }, name).diagnostics.length === 0).toBe(isFine);
  });
});

it.each<[unknown, string]>([
  [undefined, 'profile-invalid : Expected an object; found nothing.'],
  ['text', 'profile-invalid : Expected an object; found the text "text".'],
  [{}, 'profile-invalid clusters: The key is required.'],
  [{ clusters: [] }, 'profile-invalid clusters: Expected an object; found a list.'],
  [{ clusters: {} }, 'profile-invalid clusters: It is empty; it needs at least one member.'],
  [{ clusters: { prod: 'dg' } }, 'profile-invalid clusters.prod: Expected an object; found the text "dg".'],
  [{ clusters: { prod: {} } }, 'profile-invalid clusters.prod.deviceGroup: The key is required.'],
  [
    { cluster: {}, clusters: { prod: { deviceGroup: 'p' } } },
    'profile-invalid cluster: There is no such key. Did you mean "clusters"?',
  ],
])('the document %j is refused: %s', (document, expected) => {
  expect(lines(readProfile(document, undefined).diagnostics)).toEqual([expected]);
});

it('an editor may note the schema in the document', () => {
  expect(readProfile({ $schema: './x.json', clusters: { prod: { deviceGroup: 'p' } } }, undefined).diagnostics).toEqual(
    [],
  );
});

it.each<[Record<string, unknown>, string]>([
  [{ devicegroup: 'x' }, 'devicegroup: There is no such key. Did you mean "deviceGroup"?'],
  [{ nodes: { toPod: 'all' } }, 'nodes.toPod: There is no such key. Did you mean "toPods"?'],
  [{ nodes: { toPods: 'some' } }, 'nodes.toPods: Expected probes, all or off; found the text "some".'],
  [
    { enforcement: 'enforced' },
    'enforcement: Expected audit or enforce; found the text "enforced". Did you mean "enforce"?',
  ],
  [{ autoPush: 'true' }, 'autoPush: Expected true or false; found the text "true".'],
  [{ podCIDRs: null }, 'podCIDRs: Expected a list; found null. Leave out the key for its default.'],
  [{ podCIDRs: [] }, 'podCIDRs: The list is empty; name at least one, or leave out the key.'],
  [
    { podCIDRs: ['10.0.0.0/8', '10.0.0.1'] },
    'podCIDRs[1]: "10.0.0.1" is no network: it has no prefix length; the single address is 10.0.0.1/32.',
  ],
  [
    { serviceCIDRs: ['fd00::/129'] },
    'serviceCIDRs[0]: "fd00::/129" is no network: the prefix length must be a number from 0 to 128.',
  ],
  [
    { guardRails: { approveExternal: ['internet'] } },
    'guardRails.approveExternal[0]: "internet" is no network: "internet" is not an IPv4 address.',
  ],
  [
    { nodes: { addresses: ['10.0.0.0/24'] } },
    'nodes.addresses[0]: "10.0.0.0/24" is no address; write one without prefix length, such as 10.0.0.1.',
  ],
  [{ nodes: { ports: [0] } }, 'nodes.ports[0]: Expected a whole number from 1 to 65535; found the number 0.'],
  [{ nodes: { ports: [65536] } }, 'nodes.ports[0]: Expected a whole number from 1 to 65535; found the number 65536.'],
  [{ nodes: { ports: ['80'] } }, 'nodes.ports[0]: Expected a whole number from 1 to 65535; found the text "80".'],
  [{ deviceGroup: 'shared' }, 'deviceGroup: "shared" is no device group; name the one of the cluster.'],
  [
    { deviceGroup: '' },
    'deviceGroup: Expected a name of at most 63 letters, digits, blanks, ".", "-" and "_"; found the text "".',
  ],
  [
    { deviceGroup: "a'<b>" },
    'deviceGroup: Expected a name of at most 63 letters, digits, blanks, ".", "-" and "_"; found the text "a\'<b>".',
  ],
  [{ position: { at: 'before' } }, 'position.rule: The position "before" needs the name of a rule.'],
  [{ position: { rule: 'x' } }, 'position.at: The key is required.'],
  [
    { position: { at: 'top', rule: 'x' } },
    'position.rule: A rule is named for the positions before and after only; here it is "top".',
  ],
  [
    { autoCommit: true },
    'panoramaAdmin: autoCommit needs the name of the API administrator, whose changes are committed.',
  ],
  [{ applyMode: 'commands' }, 'applyMode: Expected batch or multi-config; found the text "commands".'],
  [
    { tagPruning: true },
    'tagPruning: Tag pruning is not supported yet: new groups would be empty on the firewalls while the denies are live already. Switch it off in the plugin ("request plugins kubernetes set-tag-pruning-flag value False"), and leave this out.',
  ],
  [{ zones: { from: ['any', 'trust'] } }, 'zones.from: "any" stands alone; name it by itself, or name the zones.'],
  [{ zones: { to: [] } }, 'zones.to: The list is empty; name at least one, or leave out the key.'],
  [
    { zones: { to: ['z'.repeat(32)] } },
    `zones.to[0]: Expected a name of at most 31 letters, digits, blanks, ".", "-" and "_"; found the text "${'z'.repeat(32)}".`,
  ],
  [
    { guardRails: { maxDeletedShare: 30 } },
    'guardRails.maxDeletedShare: Expected a number from 0 to 1; found the number 30.',
  ],
  [{ defaults: { apid: 'x' } }, 'defaults.apid: There is no such key. Did you mean "appid"?'],
  [{ defaults: { log: 'all' } }, 'defaults.log: Expected end, start, both or none; found the text "all".'],
  [
    { defaults: { antivirus: 'a<b' } },
    'defaults.antivirus: "a<b" is not accepted: it has the character "<"; letters, digits, blanks, "-", "_" and "." are allowed. Give the name of an antivirus profile, which has at most 63 letters, digits, blanks, "-", "_" and ".", or none.',
  ],
  [
    { defaults: { 'profile-group': 'g', wildfire: 'w', antivirus: 'a' } },
    'defaults.profile-group: A profile group excludes single profiles; here it stands beside antivirus and wildfire.',
  ],
  [{ defaults: { appid: ['ssl'] } }, 'defaults.appid: Expected a text; found a list.'],
  [
    { allowed: { applications: [{ name: 'ssl', namespaces: [] }] } },
    'allowed.applications[0].namespaces: The list is empty; name at least one, or leave out the key.',
  ],
  [{ allowed: { applications: [{ name: 'ssl' }] } }, 'allowed.applications[0].namespaces: The key is required.'],
  [
    { allowed: { profileGroups: ['g'.repeat(32)] } },
    `allowed.profileGroups[0]: Expected a name of at most 31 letters, digits, blanks, ".", "-" and "_", or { name, namespaces }; found the text "${'g'.repeat(32)}".`,
  ],
  [{ excludedNamespaces: ['Kube'] }, 'excludedNamespaces[0]: Expected the name of a namespace; found the text "Kube".'],
  [
    { clusterUID: 'abc' },
    'clusterUID: Expected a UID such as 0f6c1a52-6f0e-4a3c-9d3b-0b8a5f0f7c11; found the text "abc".',
  ],
])('%j is refused: %s', (settings, expected) => {
  expect(diagnosed(settings)).toEqual([expected]);
});

it.each(['security-service', 'ticket'])('%s is no default', (key) => {
  expect(diagnosed({ defaults: { [key]: 'x' } })[0]).toMatch(new RegExp(`^defaults\\.${key}: There is no such key\\.`));
});

it('a position beside a rule names it', () => {
  expect(read({ position: { at: 'after', rule: 'infra' } }).position).toEqual({ at: 'after', rule: 'infra' });
});

it('all mistakes are reported at once, in the order of their keys', () => {
  expect(diagnosed({ style: 'x', autoPush: 1, zones: [] })).toEqual([
    'autoPush: Expected true or false; found the number 1.',
    'style: Expected readable or compact; found the text "x".',
    'zones: Expected an object; found a list.',
  ]);
});
