import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { readPlainly, withoutMarks } from '../session/requests';
import { groupPath } from '../session/setting';
import { exampleOf, type Example, type ExampleName } from './clusters';
import { look, type Look } from './look';
import { carryOut, planAndApply, takeBack, type Ending } from './playbook';
import { firstLists, Server, type Start } from './server';
import { emptyPanorama, type Shape } from './setting';

/** What is under way when something goes wrong. */
export const JOBS = ['first apply', 'change', 'delete', 'undo'] as const;
/** One of them. */
export type Job = (typeof JOBS)[number];

/** A place where cases of one job start, and what they must come to. */
export interface Stage {
  readonly example: Example;
  readonly firewalls: number;
  /** A server that is about to do the job. */
  readonly open: () => Server;
  /** Does it, as the playbook does, or for `undo` as a person does. */
  readonly carryOut: (server: Server) => Ending;
  /** What Panorama holds before, and where the job is done. */
  readonly before: Look;
  readonly wanted: Look;
  /** How many requests and calls the job makes where nothing goes wrong. */
  readonly requests: number;
  readonly calls: number;
  /** The numbers of the requests that a fault kind is about, from 1, as they were asked where nothing went wrong. */
  readonly asked: readonly Parameters<Server['calmly']>[0][];
}

const NOW = 1_800_000_000_000;
const LATER_SECONDS = 3600;

/**
 * undefined: the example is not there.
 *
 * @throws if the job does not succeed where nothing goes wrong
 */
export function stageOf(name: ExampleName, shape: Shape, job: Job): Stage | undefined {
  const example = exampleOf(name);
  if (example === undefined) return undefined;
  const first: Start = {
    panorama: emptyPanorama(example, shape),
    lists: firstLists(example, shape),
    now: NOW,
  };
  const start = job === 'first apply' ? first : inPlace(example, first);
  const objects = {
    'first apply': example.objects,
    change: example.changed,
    delete: example.deleted,
    undo: example.changed,
  };
  const open = (): Server => opened(example, start, objects[job]);
  const tried = open();
  const before = look(tried, shape.firewalls);
  const stop = job === 'undo' ? lastWrite(open()) : 0;
  const begin = (): Server => (job === 'undo' ? cutOffAt(open(), stop) : open());
  const run = job === 'undo' ? undoing : carryOut;
  const calm = begin();
  const { requests, calls } = calm;
  const asked: Stage['asked'][number][] = [];
  calm.deliver = (request) => {
    asked.push(request);
    return calm.calmly(request);
  };
  const ending = run(calm);
  const came = { requests: calm.requests - requests, calls: calm.calls - calls };
  const last = ending.kind === 'effective' || job !== 'undo' ? ending : afterwards(calm);
  if (last.kind !== 'effective')
    throw new Error(`${job} of ${name} is not effective by itself: ${JSON.stringify(last)}`);
  return {
    example,
    firewalls: shape.firewalls,
    open: begin,
    carryOut: run,
    before,
    wanted: look(calm, shape.firewalls),
    ...came,
    asked,
  };
}

/** Taking back is no end of a change: what follows is planned again. */
const UNDONE: Ending = { kind: 'told', step: 'take back', outcome: 'undone', texts: ['Taken back.'] };

function undoing(server: Server): Ending {
  return takeBack(server) ?? UNDONE;
}

function afterwards(server: Server): Ending {
  server.wait(LATER_SECONDS);
  return carryOut(server);
}

function opened(example: Example, start: Start, objects: readonly RawObject[]): Server {
  const server = new Server(example, start);
  server.setObjects('s2', objects);
  return server;
}

/**
 * The first rules committed and pushed, as a start of its own.
 *
 * @throws if they do not go live
 */
export function inPlace(example: Example, first: Start): Start {
  const server = new Server(example, first);
  server.setObjects('s1', example.objects);
  const ending = carryOut(server);
  if (ending.kind !== 'effective') throw new Error(`The first rules do not go live: ${JSON.stringify(ending)}`);
  const { deviceGroup } = example.profile;
  const xml = withoutMarks(readPlainly(server.panorama.handle, groupPath(deviceGroup)));
  const [, config = ''] = /<entry name="[^"]*"[^>]*>(.*)<\/entry>/s.exec(xml) ?? [];
  const groups = (first.panorama.deviceGroups ?? []).map((group) =>
    group.name === deviceGroup ? { ...group, config: config.replace(/<devices>.*?<\/devices>/s, '') } : group,
  );
  return {
    panorama: { ...first.panorama, deviceGroups: groups },
    lists: server.lists,
    now: server.now + LATER_SECONDS * 1000,
  };
}

/** The call of the last write of an apply, counted as the server counts. */
function lastWrite(server: Server): number {
  let last = 0;
  server.deliver = (request) => {
    const { type, action = '' } = request.params;
    if (type === 'config' && action !== 'get' && action !== 'show') last = server.calls;
    return server.calmly(request);
  };
  const ending = planAndApply(server);
  if (ending !== undefined || last === 0) throw new Error('The change that is to be undone is not applied.');
  return last;
}

function cutOffAt(server: Server, call: number): Server {
  server.stop = { at: call, when: 'after' };
  planAndApply(server);
  if (!server.isStopped) throw new Error('The apply that is to be undone was not cut off.');
  server.stop = undefined;
  server.isStopped = false;
  return server;
}
