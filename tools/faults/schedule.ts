import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { foreignRule } from '../lab/panorama';
import { askPlainly, readPlainly } from '../session/requests';
import { groupPath } from '../session/setting';
import { asTold, unsaid } from './case';
import { exampleOf, SMALL_OBJECTS, smallPolicy } from './clusters';
import { inPlace } from './job';
import { NAMES, SHAPE, type ScheduleEvent } from './events';
import { calm, FAULT_KINDS } from './kinds';
import { look, type Look } from './look';
import { carryOut, type Ending } from './playbook';
import { firstLists, Server, type Start } from './server';
import { emptyPanorama, serialOf } from './setting';

/** Random schedules: policies that change, people in the same Panorama, firewalls that fail, and faults. */

/** What a schedule came to. */
export interface ScheduleResult {
  readonly runs: number;
  /** Runs that ended with something for a person to do. */
  readonly told: number;
  /** Of those, and of what had to be done after quiet. */
  readonly people: number;
  readonly violations: readonly string[];
}

type Ports = { readonly [Name in (typeof NAMES)[number]]: number };

const FIRST: Ports = { api: 8080, cart: 7070, mail: 5000 };

/**
 * The schedules of one process share what undisturbed runs come to.
 *
 * @throws if one of those is not effective
 */
export function schedules(): (events: readonly ScheduleEvent[]) => ScheduleResult {
  const example = exampleOf('small');
  if (example === undefined) throw new Error('The small cluster is always there.');
  const start = inPlace(example, {
    panorama: emptyPanorama(example, SHAPE),
    lists: firstLists(example, SHAPE),
    now: 1_800_000_000_000,
  });
  const known = new Map<string, Look>();
  const open = (ports: Ports): Server => opened(example, start, ports);
  const wanted = (ports: Ports): Look => {
    const key = JSON.stringify(ports);
    const found = known.get(key);
    if (found !== undefined) return found;
    const server = open(ports);
    const ending = carryOut(server);
    if (ending.kind !== 'effective') throw new Error(`Undisturbed, it is not effective: ${JSON.stringify(ending)}`);
    const made = look(server, SHAPE.firewalls);
    known.set(key, made);
    return made;
  };
  return (events) => new Schedule(open(FIRST), wanted).play(events);
}

function opened(example: NonNullable<ReturnType<typeof exampleOf>>, start: Start, ports: Ports): Server {
  const server = new Server(example, start);
  server.setObjects('s1', objectsOf(ports));
  return server;
}

function objectsOf(ports: Ports): readonly RawObject[] {
  return [...SMALL_OBJECTS, ...NAMES.flatMap((name) => (ports[name] === 0 ? [] : [smallPolicy(name, ports[name])]))];
}

const QUIET_SECONDS = 900;

class Schedule {
  private ports = FIRST;
  private snapshots = 1;
  private incidents = 0;
  private told = 0;
  private people = 0;
  private readonly disconnected = new Set<number>();
  private readonly violations: string[] = [];
  /** Blocks that the cluster wanted at some time: what may be committed. */
  private readonly blocks: Set<string>;

  constructor(
    private readonly server: Server,
    private readonly wanted: (ports: Ports) => Look,
  ) {
    this.blocks = new Set([wanted(FIRST).running]);
  }

  play(events: readonly ScheduleEvent[]): ScheduleResult {
    for (const one of events) this.happen(one);
    this.quiet();
    const { incidents, told, people, violations } = this;
    return { runs: incidents, told, people, violations };
  }

  private happen(one: ScheduleEvent): void {
    const { server } = this;
    switch (one.do) {
      case 'policy':
        this.ports = { ...this.ports, [one.name]: one.port };
        this.blocks.add(this.wanted(this.ports).running);
        this.snapshots += 1;
        server.setObjects(`s${this.snapshots}`, objectsOf(this.ports));
        return;
      case 'foreign edit':
        this.edit(this.rules, foreignRule(`by hand ${one.number}`));
        return;
      case 'edit of ours':
        this.edit(`${this.rules}/entry[@name='${this.firstOfOurs()}']`, '<description>by hand</description>');
        return;
      case 'commit by another':
        this.commitByAnother(one.whole);
        return;
      case 'firewall':
        if (one.state === 'disconnected') this.disconnected.add(one.index);
        else this.disconnected.delete(one.index);
        server.panorama.setDevice(serialOf(one.index), {
          connected: one.state !== 'disconnected',
          outcome: one.state === 'fails' ? 'fails' : 'succeeds',
        });
        return;
      case 'fault': {
        const kind = FAULT_KINDS.find(({ name }) => name === one.kind);
        kind?.inject(server, (kind.counts === 'calls' ? server.calls : server.requests) + one.at);
        return;
      }
      case 'run':
        this.run();
        calm(server);
    }
  }

  private get rules(): string {
    return `${groupPath(this.server.deviceGroup)}/pre-rulebase/security/rules`;
  }

  private firstOfOurs(): string {
    const rules = readPlainly(this.server.panorama.handle, this.rules);
    return new RegExp(`<entry name="(${this.server.cluster}\\.[^"]*)"`).exec(rules)?.[1] ?? 'none';
  }

  /** A person writes, not through the code of the pack. */
  private edit(xpath: string, element: string): void {
    askPlainly(this.server.panorama.handle, { type: 'config', action: 'set', xpath, element });
  }

  private commitByAnother(whole: boolean): void {
    const own = '<commit><partial><admin><member>alice</member></admin></partial></commit>';
    const params: { readonly [name: string]: string } = whole
      ? { cmd: '<commit></commit>' }
      : { action: 'partial', cmd: own };
    askPlainly(this.server.panorama.handle, { type: 'commit', ...params });
    this.server.wait(30);
  }

  /** One incident, with what must hold of every one. */
  private run(after?: Extract<Ending, { readonly kind: 'told' }>): Ending {
    const { server } = this;
    this.incidents += 1;
    server.incident = String(this.incidents);
    server.leftovers.length = 0;
    server.wait(QUIET_SECONDS);
    const before = look(server, SHAPE.firewalls);
    const ending = after === undefined ? carryOut(server) : asTold(server, after);
    const now = look(server, SHAPE.firewalls);
    if (now.foreign !== before.foreign) this.violate('What belongs to others differs in the candidate.');
    if (now.running !== before.running && !this.blocks.has(now.running)) this.violate('Half of a block is committed.');
    if (ending.kind === 'effective') this.judge(now);
    if (ending.kind === 'told') this.told += 1;
    for (const violation of unsaid(server, ending, now)) this.violate(violation);
    return ending;
  }

  /** Panorama and the firewalls that are connected hold what the cluster wants. */
  private judge(now: Look): void {
    const wanted = this.wanted(this.ports);
    if (now.candidate !== wanted.candidate) this.violate('It is called effective, and the candidate differs.');
    if (now.running !== wanted.running) this.violate('It is called effective, and is not committed.');
    for (const [index, rules] of now.firewalls.entries()) {
      if (!this.disconnected.has(index) && rules !== wanted.firewalls[index]) {
        this.violate(`It is called effective, and is not on firewall ${index + 1}.`);
      }
    }
  }

  private violate(what: string): void {
    this.violations.push(`Run ${this.incidents}: ${what}`);
  }

  /** Nothing happens any more; people finish what they began, and do what they are told. */
  private quiet(): void {
    calm(this.server);
    for (let index = 0; index < SHAPE.firewalls; index++) this.happen({ do: 'firewall', index, state: 'well' });
    this.commitByAnother(false);
    let last = this.run();
    for (let round = 0; last.kind === 'told' && round < 3; round++) {
      this.people += 1;
      last = this.run(last);
    }
    if (last.kind !== 'effective') {
      const why = last.kind === 'told' ? `${last.step} ${last.outcome}: ${last.texts.join(' ')}` : last.kind;
      this.violate(`After quiet it is not effective: ${why}`);
    }
    const { isLocked, isRemembered } = look(this.server, 0);
    if (isLocked || isRemembered) this.violate('After quiet a lock or a run is left over.');
  }
}
