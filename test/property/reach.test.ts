import type { Rulebase, RuleEntry } from '../../scripts/policy/panos/entry';
import { isAuditRule } from '../../scripts/policy/plan/audit';
import { classOf } from '../../scripts/policy/prove/endpoints/classes';
import type { Endpoint } from '../../scripts/policy/prove/endpoints/surroundings';
import { knownObjects } from '../../scripts/policy/prove/read/kinds';
import { formatPort, pointOf, type Port } from '../../scripts/policy/prove/read/ports';
import { workloadNames } from '../../scripts/policy/prove/read/workloads';
import type { Traffic } from '../../scripts/policy/prove/verdict/judge';
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
  const held = damaged(before, seed);
  const reach = reachability({
    objects,
    profile,
    before: { rulebase: held.rulebase, unreadable: [] },
    after,
    most: Infinity,
  });
  const expected = changesByJudge(input, held.readable, after);
  const told = changesTold(reach, expected);
  const isWhole = [reach.gains, reach.loses, reach.otherwise].every(({ flows, count }) => flows.length === count);
  const missing = isWhole ? [...expected.changes].filter((change) => !told.has(change)) : [];
  const invented = [...told].filter((change) => isAboutTwo(change, expected.names) && !expected.changes.has(change));
  const text = [
    ...missing.map((change) => `missing: ${change}`),
    ...invented.map((change) => `invented: ${change}`),
    ...differenceOf(reach.unreadable, held.unreadable),
  ];
  return { changes: expected.changes.size, text: text.length > 0 ? text.slice(0, 5).join('\n') : undefined };
}

function differenceOf(found: readonly string[], expected: readonly string[]): string[] {
  return found.join() === expected.join() ? [] : [`unreadable: ${found.join()}, expected: ${expected.join()}`];
}

/** A rulebase as somebody left it in Panorama. */
interface Damaged {
  readonly rulebase: Rulebase;
  /** Without the rules that say what cannot be evaluated. */
  readonly readable: Rulebase;
  readonly unreadable: readonly string[];
}

function damaged(whole: Rulebase, seed: number): Damaged {
  const random = randomNumbers(seed + 1);
  const place = Math.floor(random() * whole.rules.length);
  const rule = whole.rules[place] as RuleEntry | undefined;
  const set = (fields: Partial<RuleEntry>): Rulebase => ({
    ...whole,
    rules: whole.rules.map((one) => (one === rule ? { ...one, ...fields } : one)),
  });
  const read = (rulebase: Rulebase): Damaged => ({ rulebase, readable: rulebase, unreadable: [] });
  const unreadable = (rulebase: Rulebase): Damaged => ({
    rulebase,
    readable: { ...whole, rules: whole.rules.filter((one) => one !== rule) },
    unreadable: rule ? [rule.name] : [],
  });
  switch (Math.floor(random() * 9)) {
    case 0:
      return read(withFiltersSwapped(whole, random));
    case 1:
      return read({ ...whole, rules: whole.rules.filter((one) => one !== rule) });
    case 2:
      return read({ ...whole, rules: [...whole.rules.slice(place), ...whole.rules.slice(0, place)] });
    case 3:
      return read(set({ action: rule?.action === 'allow' ? 'deny' : 'allow' }));
    case 4:
      return read(set({ logStart: !rule?.logStart }));
    case 5:
      return read(set({ service: ['application-default'] }));
    case 6:
      return unreadable(set({ from: ['elsewhere'] }));
    case 7:
      return unreadable(set({ destination: ['somebody'] }));
    default:
      return read(whole);
  }
}

/** Two dynamic groups hold what the other one is for: rules that name static groups of them mean something else. */
function withFiltersSwapped(rulebase: Rulebase, random: () => number): Rulebase {
  const groups = shuffled(
    rulebase.addressGroups.filter(({ match }) => match.type === 'dynamic'),
    random,
  );
  if (groups.length < 2) return rulebase;
  const [one, other] = groups;
  const swapped = new Map([
    [one.name, other.match],
    [other.name, one.match],
  ]);
  return {
    ...rulebase,
    addressGroups: rulebase.addressGroups.map((group) => ({ ...group, match: swapped.get(group.name) ?? group.match })),
  };
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
  readonly traffic: readonly Traffic[];
}

/** Lines such as `gains shop/web -> shop/api TCP/80 ssl in gambling`. */
function changesByJudge({ objects, profile, services }: ClusterInput, before: Rulebase, after: Rulebase): Judged {
  const [old, now] = [before, after].map((rulebase) =>
    buildModel({ objects: [...objects], profile, services, rulebase, leftOut: [] }, []),
  );
  const workloads = workloadNames(knownObjects(objects));
  const ports = [...old.axis.points, ...now.axis.points];
  const traffic = kindsOfBoth(old, now);
  const decided = [decider(old, before), decider(now, after)];
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
        for (const kind of traffic) {
          const what = whatOf(
            decided[0](oldSource, oldDestination, port, kind),
            decided[1](source, destination, port, kind),
          );
          if (what === '') continue;
          changes.add(line(what, nameOf(source, workloads), nameOf(destination, workloads), port, kind));
        }
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
  return { changes, names, ports, traffic };
}

function kindsOfBoth(old: ProofModel, now: ProofModel): Traffic[] {
  const applications = new Set(['', ...old.applications, ...now.applications]);
  const categories = new Set(['', ...old.categories, ...now.categories]);
  return [...applications].flatMap((application) =>
    [...categories].flatMap((category) =>
      [true, false].map((onDefaultPort) => ({ application, category, onDefaultPort })),
    ),
  );
}

type Decider = (source: Endpoint, destination: Endpoint, port: Port, traffic: Traffic) => string;

/** `deny`, or how it is allowed: by no rule, under audit, or with which inspection. */
function decider(model: ProofModel, { rules }: Rulebase): Decider {
  const audited = new Set(rules.filter(isAuditRule).map(({ name }) => name));
  return (source, destination, port, traffic) => {
    const { verdict, rule, record } = judgeRules(model, {
      source: classOf(source, 0, undefined),
      destination: classOf(destination, 0, undefined),
      point: pointOf(model.axis, port),
      traffic,
    });
    if (verdict === 'deny') return 'deny';
    if (rule === '') return 'no rule';
    return audited.has(rule) ? 'audit' : JSON.stringify(record);
  };
}

function whatOf(before: string, after: string): '' | (typeof WHATS)[number] {
  if (before === after) return '';
  if (before === 'deny') return 'gains';
  return after === 'deny' ? 'loses' : 'otherwise';
}

const WHATS = ['gains', 'loses', 'otherwise'] as const;

function keyOf({ identity, address }: Endpoint): string {
  return `${identity.namespace}/${identity.name} ${address.digits}`;
}

function nameOf({ identity }: Endpoint, workloads: Readonly<Record<string, string>>): string {
  const pod = `${identity.namespace}/${identity.name}`;
  return workloads[pod] ?? pod;
}

function line(what: string, source: string, destination: string, port: Port, traffic: Traffic): string {
  const { application, category, onDefaultPort } = traffic;
  return `${what} ${source} -> ${destination} ${formatPort(port)} (${application} ${category} ${onDefaultPort})`;
}

/** The same lines from the flows. */
function changesTold(reach: Reachability, { ports, traffic }: Judged): Set<string> {
  const told = new Set<string>();
  for (const what of WHATS) {
    for (const flow of reach[what].flows) {
      const kinds = traffic.filter((kind) => flow.traffic === '' || flow.traffic.split('; or ').some(isOf(kind)));
      for (const port of ports.filter((one) => isIn(flow, one))) {
        for (const source of flow.sources) {
          for (const destination of flow.destinations) {
            for (const kind of kinds) told.add(line(what, source, destination, port, kind));
          }
        }
      }
    }
  }
  return told;
}

/** Reads `ssl in gambling on default ports`, `all but dns, ssl`, `outside gambling`. */
function isOf({ application, category, onDefaultPort }: Traffic): (text: string) => boolean {
  return (text) => {
    const [, which, side, categories, ports] =
      /^(.*?)(?:(?:^| )(in|outside) (.*?))?(?:(?:^| )(on|beside) default ports)?$/.exec(text) ?? [];
    const isListed = (list: string, name: string): boolean => list.split(', ').includes(name);
    const allBut = /^all but (.*)$/.exec(which)?.[1];
    return (
      (which === '' || (allBut === undefined ? isListed(which, application) : !isListed(allBut, application))) &&
      (side === undefined || isListed(categories, category) === (side === 'in')) &&
      (ports === undefined || onDefaultPort === (ports === 'on'))
    );
  };
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
