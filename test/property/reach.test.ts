import type { Rulebase } from '../../scripts/policy/panos/entry';
import { classOf } from '../../scripts/policy/prove/endpoints/classes';
import type { Endpoint } from '../../scripts/policy/prove/endpoints/surroundings';
import { knownObjects } from '../../scripts/policy/prove/read/kinds';
import { formatPort, pointOf, type Port } from '../../scripts/policy/prove/read/ports';
import { workloadNames } from '../../scripts/policy/prove/read/workloads';
import { buildModel, type ProofModel } from '../../scripts/policy/prove/verdict/model';
import { judgeRules } from '../../scripts/policy/prove/verdict/reasons';
import { reachability } from '../../scripts/policy/reach/reachability';
import type { Flow, Reachability } from '../../scripts/policy/reach/types';
import { CASES, expectRight, SEED } from './judged';
import { type ClusterInput, compileCluster, proofInput } from './pipeline';
import { randomNumbers, shuffled } from './shuffle';

/**
 * Who gains and who loses what, against the proof's judge, which is asked about every pair of pods and every port under
 * each of the two rulebases.
 */

const RUNS = Math.min(Math.ceil(CASES / 40), 500);

describe(`reachability between two rulebases of ${RUNS} random clusters (CNSERIES_SEED=${SEED})`, () => {
  it('is what the judge says of each pair of pods', () => {
    let changes = 0;
    expectRight((input, seed) => {
      const fault = faultOf(input, seed);
      changes += fault.changes;
      return fault.text;
    }, RUNS);
    expect(changes).toBeGreaterThan(RUNS);
  });
});

function faultOf(input: ClusterInput, seed: number): { readonly changes: number; readonly text: string | undefined } {
  const before = rulebaseOf(withoutSome(input, seed));
  const after = rulebaseOf(input);
  if (!before || !after) return { changes: 0, text: undefined };
  const { objects, profile } = input;
  const reach = reachability({ objects, profile, before: { rulebase: before, unreadable: [] }, after, most: Infinity });
  const expected = changesByJudge(input, before, after);
  const told = changesTold(reach, expected.ports);
  const isWhole = [reach.gains, reach.loses, reach.otherwise].every(({ flows, count }) => flows.length === count);
  const missing = isWhole ? [...expected.changes].filter((change) => !told.has(change)) : [];
  const invented = [...told].filter((change) => isAboutTwo(change, expected.names) && !expected.changes.has(change));
  const text = [...missing.map((change) => `missing: ${change}`), ...invented.map((change) => `invented: ${change}`)];
  return { changes: expected.changes.size, text: text.length > 0 ? text.slice(0, 5).join('\n') : undefined };
}

function withoutSome(input: ClusterInput, seed: number): ClusterInput {
  const random = randomNumbers(seed);
  const policies = shuffled(
    input.objects.filter(({ kind }) => kind === 'NetworkPolicy'),
    random,
  );
  const gone = new Set(policies.slice(0, Math.ceil(policies.length * random())));
  return { ...input, objects: input.objects.filter((object) => !gone.has(object)) };
}

function rulebaseOf(input: ClusterInput): Rulebase | undefined {
  const compiled = compileCluster(input);
  return proofInput(input, compiled) && compiled.translation.rulebase;
}

interface Judged {
  readonly changes: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly ports: readonly Port[];
}

/** Lines such as `gains shop/web -> shop/api TCP/80`, of ordinary traffic. */
function changesByJudge({ objects, profile, services }: ClusterInput, before: Rulebase, after: Rulebase): Judged {
  const [old, now] = [before, after].map((rulebase) =>
    buildModel({ objects: [...objects], profile, services, rulebase, leftOut: [] }, []),
  );
  const workloads = workloadNames(knownObjects(objects));
  const ports = [...old.axis.points, ...now.axis.points];
  const changes = new Set<string>();
  const names = new Set<string>();
  const pods = (model: ProofModel): Endpoint[] =>
    model.endpoints.filter((one) => one.identity.kind === 'pod' && !one.toCome);
  const oldPods = new Map(pods(old).map((one) => [keyOf(one), one]));
  const both = pods(now).flatMap((one): [Endpoint, Endpoint][] => {
    const other = oldPods.get(keyOf(one));
    return other ? [[other, one]] : [];
  });
  for (const [oldSource, source] of both) {
    names.add(nameOf(source, workloads));
    for (const [oldDestination, destination] of both) {
      if (source.address.family !== destination.address.family || source === destination) continue;
      for (const port of ports) {
        const was = judged(old, oldSource, oldDestination, port);
        const is = judged(now, source, destination, port);
        const what = was.verdict === is.verdict ? '' : is.verdict === 'allow' ? 'gains' : 'loses';
        if (what !== '') changes.add(line(what, nameOf(source, workloads), nameOf(destination, workloads), port));
      }
    }
  }
  // Nobody knows where those are that have no address yet, nor what they do to what is said of their workload.
  for (const one of now.endpoints) {
    const isPlaced = one.identity.kind !== 'pod' || !one.toCome || oldPods.has(keyOf(one));
    if (!isPlaced && ![...oldPods.values()].some(({ identity }) => identity.name === one.identity.name)) {
      names.delete(nameOf(one, workloads));
    }
  }
  return { changes, names, ports };
}

function judged(model: ProofModel, source: Endpoint, destination: Endpoint, port: Port): ReturnType<typeof judgeRules> {
  return judgeRules(model, {
    source: classOf(source, 0, undefined),
    destination: classOf(destination, 0, undefined),
    point: pointOf(model.axis, port),
    traffic: { application: '', category: '', onDefaultPort: true },
  });
}

function keyOf({ identity, address }: Endpoint): string {
  return `${identity.namespace}/${identity.name} ${address.digits}`;
}

function nameOf({ identity }: Endpoint, workloads: Readonly<Record<string, string>>): string {
  const pod = `${identity.namespace}/${identity.name}`;
  return workloads[pod] ?? pod;
}

function line(what: string, source: string, destination: string, port: Port): string {
  return `${what} ${source} -> ${destination} ${formatPort(port)}`;
}

/** The same lines from the flows. */
function changesTold(reach: Reachability, ports: readonly Port[]): Set<string> {
  const told = new Set<string>();
  for (const what of ['gains', 'loses'] as const) {
    for (const flow of reach[what].flows) {
      if (flow.traffic !== '' && !flow.traffic.includes('other traffic')) continue;
      for (const port of ports.filter((one) => isIn(flow, one))) {
        for (const source of flow.sources) {
          for (const destination of flow.destinations) told.add(line(what, source, destination, port));
        }
      }
    }
  }
  return told;
}

/** Reads `tcp/80,443-500 udp`, `any`, `any but tcp/443 traffic without ports`. */
function isIn({ ports }: Flow, port: Port): boolean {
  if (ports === 'any') return true;
  const rest = /^any but (.*)$/.exec(ports)?.[1];
  if (rest !== undefined) return !isListed(rest, port);
  return isListed(ports, port);
}

function isListed(text: string, port: Port): boolean {
  if (port.protocol === 'none') return text.includes('traffic without ports');
  for (const part of text.replace('traffic without ports', '').trim().split(' ')) {
    const [protocol, list] = part.split('/');
    if (protocol !== port.protocol.toLowerCase()) continue;
    if (list === undefined) return true;
    return list.split(',').some((range) => {
      const [from, to = from] = range.split('-').map(Number);
      return from <= port.port && port.port <= to;
    });
  }
  return false;
}

/** Alike pods stand together at both ends, and a pod sends nothing to itself. */
function isAboutTwo(change: string, names: ReadonlySet<string>): boolean {
  const [, source, , destination] = change.split(' ');
  return names.has(source) && names.has(destination) && source !== destination;
}
