import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateCluster } from '../../bench/cluster';
import { samePods } from '../../bench/crowds';
import { loadManifests } from '../../lab/kubernetes';
import { automationBundle, codeOf, isIntegration, type Bundles } from './bundles';
import { createLabServer, LAB_CLUSTER } from './labserver';
import { CLOCK, recordRun } from './noderun';
import type { Clock, Recording, ServerFunctions } from './recording';

/** Runs of the bundles that are recorded in Node's engine, to be played in others. */

/** Large enough that loops, sorting and long texts matter; small enough for the slowest engine. */
const POLICIES = 200;

/** Enough for what only the kind of the cluster tells. */
const FEW = 40;

/** The scenario that every bundle has. */
export const WITHOUT_ARGUMENTS = 'no arguments';

/** Each reading of the clock finds that a minute has passed: every slice of work ends after its first step. */
const HURRY: Clock = Array.from({ length: 1000 }, (_none, index) => CLOCK[0] + index * 60_000);

/**
 * Runs every bundle without arguments, and those of the pack's way from policy to Panorama on the shop, on mistakes and
 * on a generated cluster.
 *
 * @throws Error if a plan is not applied: then there would be nothing to compare
 */
export function recordScenarios(root: string, bundles: Bundles): Recording[] {
  const recorder = new Recorder(bundles);
  // With negations, named ports, Services, and policies that say the same.
  const objects = [...generateCluster(POLICIES, 'negated'), ...samePods(10)];
  const cluster = `${POLICIES} policies`;
  return [
    ...[...bundles.keys()].map((bundle) => recorder.withoutArguments(bundle)),
    recorder.validate('examples/shop', { policy: exampleShop(root), cluster: 'shop' }),
    recorder.validate('mistakes and odd texts', { policy: MISTAKES }),
    recorder.validate(cluster, { policy: objects, cluster: 'shop' }),
    ...recorder.planAndApply('examples/shop', exampleCluster(root), HURRY),
    recorder.close('a decision about a live policy'),
    ...recorder.hold('a cluster that is held and released'),
    ...recorder.planAndApply(cluster, objects, CLOCK),
    ...recorder.planAndApply('compact, blocks over pods', [...generateCluster(FEW, 'full'), ...PLACES], CLOCK, COMPACT),
  ];
}

/** The objects of examples/shop as one text. */
function exampleShop(root: string): string {
  return ['cluster', 'policies', 'workloads']
    .map((name) => readFileSync(join(root, 'examples/shop', `${name}.yaml`), 'utf8'))
    .join('\n---\n');
}

/** The same as JSON, as a whole cluster is handed over. */
function exampleCluster(root: string): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items: loadManifests(join(root, 'examples/shop')) });
}

/** Two pods, a block that holds one of them, and policies of both sides that meet there. */
const PLACES = [
  ...['10.128.1.77', '10.128.2.77'].map((podIP, index) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace: 'places', name: `api-${index}`, labels: { app: 'api' } },
    spec: { containers: [] },
    status: { phase: 'Running', podIP },
  })),
  placesPolicy(
    'out',
    ['Egress'],
    { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['api'] }] },
    {
      egress: [{ to: [{ ipBlock: { cidr: '10.128.1.0/24' } }] }],
    },
  ),
  placesPolicy(
    'in',
    ['Ingress'],
    { matchLabels: { app: 'api' } },
    {
      ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ port: 80 }] }],
    },
  ),
];

function placesPolicy(name: string, policyTypes: readonly string[], podSelector: object, entries: object): object {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      namespace: 'places',
      name,
      uid: name,
      annotations: { 'np.panw.com/ticket': 'NET-1 \u{1f680} caf\u00e9 <b>' },
    },
    spec: { podSelector, policyTypes, ...entries },
  };
}

/** The lists of a user. */
function listsWith(settings: object): { readonly [list: string]: string } {
  const shop = {
    ...LAB_CLUSTER,
    inspection: 'server-only',
    ...settings,
  };
  return { 'CNSeries Clusters': JSON.stringify({ clusters: { shop } }) };
}

const LISTS = listsWith({});
const COMPACT = listsWith({ style: 'compact', inspection: 'both-ends' });

/** A policy with what must come back in messages as it was written, and with what cannot be read at all. */
const MISTAKES = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: odd
  namespace: shop
  annotations:
    np.panw.com/ticket: "R&D <b>'x'</b> ]]> caf\\u00e9 \\u20ac | pipe"
    np.panw.com/antiviruss: default
    np.panw.com/appid: ""
    np.panw.com/log: "a\\nb\\u202ec\\u00ad \\U0001F680 \\U000E0041 %%%{x}%%% {{color:red}}(x) www.evil.com"
    "np.panw.com/\\u2028\\u200b": "\\U0001F680"
spec:
  podSelector: { matchLabels: { app: "caf\\u00e9" } }
  policyTypes: [Ingress]
  ingress:
    - from: [{ ipBlock: { cidr: 10.0.0.0/33 } }]
      ports: [{ port: 70000 }]
---
kind: NetworkPolicy
metadata: [1, 2
`;

class Recorder {
  constructor(private readonly bundles: Bundles) {}

  /** Every bundle loads, and says what it lacks. */
  withoutArguments(bundle: string): Recording {
    const functions = isIntegration(bundle) ? SILENT_INTEGRATION : createLabServer({ lists: {} }).functions;
    const globals = isIntegration(bundle) ? { args: {}, params: {}, command: 'no-such-command' } : { args: {} };
    return this.record(WITHOUT_ARGUMENTS, bundle, globals, functions);
  }

  validate(scenario: string, args: object): Recording {
    const { functions } = createLabServer({ lists: LISTS });
    return this.record(scenario, automationBundle('CNSeriesValidatePolicy'), { args }, functions);
  }

  /** A plan, its approval, its way into Panorama in slices, and a second plan that finds nothing to do. */
  planAndApply(scenario: string, objects: unknown, clock: Clock, lists = LISTS): Recording[] {
    const { functions } = createLabServer({ lists });
    const args = { objects, cluster: 'shop' };
    const plan = (what: string): Recording =>
      this.record(`${scenario}: ${what}`, automationBundle('CNSeriesPlan'), { args }, functions);
    const first = plan('first plan');
    const { Hash } = contents(first);
    const approval = { cluster: 'shop', plan_hash: Hash, approver: 'alice' };
    const approve = automationBundle('CNSeriesApprove');
    const recordings = [first, this.record(`${scenario}: approve`, approve, { args: approval }, functions)];
    for (let slice = 1; slice <= MAX_SLICES; slice++) {
      const recording = this.record(
        `${scenario}: apply`,
        automationBundle('CNSeriesApply'),
        { args: { ...args, plan_hash: Hash } },
        functions,
        clock,
      );
      recordings.push(recording);
      const { Done, Outcome, Reasons } = contents(recording);
      if (Done === true) {
        if (Outcome !== 'applied') throw new Error(`${scenario} was not applied: ${JSON.stringify(Reasons)}`);
        return [...recordings, plan('second plan')];
      }
    }
    throw new Error(`${scenario} does not end.`);
  }

  /** A decision about a policy that the last plan asked about. */
  close(scenario: string): Recording {
    const asked = [{ namespace: 'shop', name: 'web', uid: 'u' }];
    const list = JSON.stringify({ value: { asked, closed: [], left: [] } });
    const { functions } = createLabServer({ lists: { ...LISTS, 'CNSeries State shop closings': list } });
    const args = { cluster: 'shop', approver: 'alice', decision: 'leave' };
    return this.record(scenario, automationBundle('CNSeriesClose'), { args }, functions);
  }

  /** A cluster is held, and released again. */
  hold(scenario: string): Recording[] {
    const { functions } = createLabServer({ lists: LISTS });
    const args = { cluster: 'shop', approver: 'alice' };
    return [
      this.record(scenario, automationBundle('CNSeriesHold'), { args: { ...args, reason: 'Audit week' } }, functions),
      this.record(scenario, automationBundle('CNSeriesRelease'), { args }, functions),
    ];
  }

  private record(
    scenario: string,
    bundle: string,
    globals: Recording['globals'],
    functions: ServerFunctions,
    clock?: Clock,
  ): Recording {
    const scene = { scenario, bundle, globals, ...(clock && { clock }) };
    return recordRun(scene, codeOf(this.bundles, bundle), functions);
  }
}

const MAX_SLICES = 100;

/** The functions that integrations find, which say nothing. */
const SILENT_INTEGRATION: ServerFunctions = Object.fromEntries(
  [
    ...['http', 'getLastRun', 'setLastRun', 'getIntegrationContext', 'setIntegrationContext'],
    ...['getVersionedIntegrationContext', 'setVersionedIntegrationContext'],
    ...['wait', 'log', 'logInfo', 'logError', 'logDebug'],
  ].map((name) => [name, () => undefined]),
);

/** The data of the only entry of an automation that did not fail. */
function contents({ scenario, result, thrown }: Recording): { readonly [name: string]: unknown } {
  const entries = result as readonly { readonly Type: number; readonly Contents: unknown }[] | undefined;
  if (entries?.length !== 1 || entries[0].Type !== 1) {
    throw new Error(`${scenario} failed: ${thrown ?? JSON.stringify(result)?.slice(0, 500)}`);
  }
  return entries[0].Contents as { readonly [name: string]: unknown };
}
