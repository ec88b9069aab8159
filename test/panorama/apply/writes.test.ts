import { buildSnapshot } from '../../../scripts/policy/kubernetes/snapshot';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import type { Rulebase } from '../../../scripts/policy/panos/entry';
import { translate } from '../../../scripts/policy/translate/translate';
import { generateCluster } from '../../../tools/bench/cluster';
import { Lab, PROFILE } from '../support';

/** How many write requests a run takes; the benchmark has the same for larger clusters. */

const SHARED =
  '<tag><entry name="corporate"/></tag>' +
  '<profile-group><entry name="outbound"><virus><member>default</member></virus></entry></profile-group>' +
  '<log-settings><profiles><entry name="default"/><entry name="soc"/></profiles></log-settings>';

function compiled(objects: readonly RawObject[]): Rulebase {
  const { snapshot } = buildSnapshot(objects, 'shop', []);
  const profile = { ...PROFILE, inspection: 'server-only', podCIDRs: ['10.0.0.0/8'] } as const;
  const { rulebase } = translate({ snapshot, profile, services: [], lastGood: [] });
  if (rulebase === undefined) throw new Error('The cluster cannot be translated.');
  return rulebase;
}

const EXTRA: RawObject = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'extra', namespace: 'shop-0' },
  spec: {
    podSelector: { matchLabels: { app: 'web' } },
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports: [{ port: 4444 }] }],
  },
};

it('1,000 policies: at most six writes at first, four for one more entry in an isolated namespace, none for none', () => {
  const objects = generateCluster(1000);
  const lab = new Lab({ panorama: { shared: SHARED } });
  const first = compiled(objects);
  const runs: readonly (readonly [Rulebase, string, number])[] = [
    [first, 'applied', 6],
    [first, 'unchanged', 0],
    [compiled([...objects, EXTRA]), 'applied', 4],
  ];
  for (const [desired, kind, most] of runs) {
    const sent = lab.writes.length;
    expect(lab.apply(desired).kind).toBe(kind);
    expect(lab.writes.length - sent).toBeLessThanOrEqual(most);
    expect(lab.plan(desired).operations).toEqual([]);
  }
});
