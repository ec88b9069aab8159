import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import type { AddressGroupEntry, RuleEntry } from '../../../scripts/policy/panos/entry';
import { localProfile } from '../../../scripts/policy/profile/defaults';
import { groupMembers } from '../../../scripts/policy/prove/rules/groups';
import { rule } from '../../panorama/support';

const PROFILE = localProfile('c', 'dg');

function pod(name: string, address: string, labels: object, more: object = {}): RawObject {
  return {
    kind: 'Pod',
    metadata: { namespace: 'shop', name, labels },
    spec: { containers: [], ...more },
    status: { phase: 'Running', podIP: address, podIPs: [{ ip: address }] },
  };
}

const OBJECTS: readonly RawObject[] = [
  pod('web-1', '10.0.0.1', { app: 'web' }),
  pod('web-2', 'fd00::2', { app: 'web' }),
  pod('agent', '192.168.0.5', { app: 'web' }, { hostNetwork: true }),
  pod('db', '10.0.0.3', { app: 'db' }),
  { ...pod('done', '10.0.0.9', { app: 'web' }), status: { phase: 'Succeeded', podIP: '10.0.0.9' } },
  {
    kind: 'Service',
    metadata: { namespace: 'shop', name: 'web', labels: { app: 'web' } },
    spec: { clusterIP: '10.96.0.1', clusterIPs: ['10.96.0.1'], selector: { app: 'web' } },
  },
];

function group(name: string, filter: string): AddressGroupEntry {
  return { kind: 'address-group', name, description: '', match: { type: 'dynamic', filter }, tags: [] };
}

const WEB = group('web', "'k8s.cl_c.ns_shop.app.web'");
const uses = (...source: readonly string[]): readonly RuleEntry[] => [rule('r', { source, destination: ['any'] })];

it('a group holds the pods and Service addresses with its tags; pods that have ended have none', () => {
  expect(groupMembers(OBJECTS, PROFILE, { rules: uses('web'), addressGroups: [WEB] })).toEqual({
    web: ['10.0.0.1', '10.96.0.1', '192.168.0.5', 'fd00::2'],
  });
});

it('host-network pods count only where the plugin registers them', () => {
  const profile = { ...PROFILE, tags: { ...PROFILE.tags, hostNetwork: 'not-registered' as const } };
  expect(groupMembers(OBJECTS, profile, { rules: uses('web'), addressGroups: [WEB] }).web).not.toContain('192.168.0.5');
});

it('groups that no rule uses are left out; those in static groups that rules use are not', () => {
  const both: AddressGroupEntry = { ...WEB, name: 'both', match: { type: 'static', members: ['db'] } };
  const groups = [both, WEB, group('db', "'k8s.cl_c.ns_shop.app.db'")];
  expect(groupMembers(OBJECTS, PROFILE, { rules: uses('both'), addressGroups: groups })).toEqual({ db: ['10.0.0.3'] });
});

it('a filter with and, or and several tags is evaluated on all tags of an address', () => {
  const filter = "'k8s.cl_c.ns_shop' and ('k8s.cl_c.ns_shop.app.db' or 'k8s.cl_c.ns_other')";
  const addressGroups = [group('x', filter), group('empty', "'k8s.cl_c.ns_nowhere'")];
  expect(groupMembers(OBJECTS, PROFILE, { rules: uses('x', 'empty'), addressGroups })).toEqual({
    x: ['10.0.0.3'],
    empty: [],
  });
});
