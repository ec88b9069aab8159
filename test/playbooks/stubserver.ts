import {
  createServer,
  loadPack,
  LOCK,
  type ExternalIntegration,
  type Json,
  type Pack,
  type Server,
  type TaskEvent,
  type Unsure,
} from '../../tools/lab/xsoar';
import { PACK } from './pack';

/** What an automation answers, one after the other; the last one again and again. A text is an error. */
export interface Answers {
  readonly [automation: string]: readonly (Readonly<Record<string, Json>> | string)[];
}

export interface StubOptions {
  readonly unsure?: Unsure;
  /** @default Panorama, the watcher and the lock */
  readonly brands?: readonly string[];
}

/** The committed playbooks on the runner, with automations that answer what a test says. */
export interface StubServer {
  readonly server: Server;
  /** Starts an incident of the pack, runs until everything has ended or waits, and gives its id. */
  readonly open: (inputs?: Readonly<Record<string, Json>>) => string;
  /** Answers a waiting task and runs on; the names of the tasks that wait then. */
  readonly answer: (incident: string, task: string, answer?: Json) => readonly string[];
  readonly waiting: () => readonly string[];
  /** What automations were run with, in order. */
  readonly calls: (automation: string) => readonly Readonly<Record<string, Json>>[];
  /** The stages that authors were told. */
  readonly stages: () => readonly Json[];
}

const EVERYTHING = ['Panorama', 'Kubernetes Policy Watcher', 'Demisto Lock'];

export function stubServer(answers: Answers, { unsure, brands = EVERYTHING }: StubOptions = {}): StubServer {
  const pack = stubbed(loadPack(PACK));
  const names = pack.scripts.map(({ name }) => name);
  const server = createServer({
    packs: [pack],
    integrations: [external('Panorama'), external('Kubernetes Policy Watcher'), LOCK],
    instances: brands.map((brand) => ({ name: brand, brand })),
    lists: Object.fromEntries(names.map((name) => [`Stub ${name}`, JSON.stringify(answers[name] ?? [{}])])),
    users: [{ username: 'ada', roles: [] }],
    ...(unsure && { unsure }),
  });
  const waiting = (): readonly string[] => server.waiting().map(({ name }) => name);
  const calls = (automation: string): readonly Readonly<Record<string, Json>>[] =>
    server.trace
      .filter((event): event is TaskEvent => event.kind === 'task')
      .filter(({ outcome, entries }) => outcome === 'done' && entries.length > 0)
      .flatMap((event) => event.entries.flatMap(({ Contents }) => asCall(automation, Contents)));
  return {
    server,
    waiting,
    calls,
    stages: () => calls('CNSeriesReport').map(({ stage }) => stage),
    open: (inputs) => {
      const fields = { cnseriescluster: 'shop' };
      const id = server.createIncident({ name: 'Change', type: 'CN-Series Policy Change', severity: 1, fields });
      server.start(id, inputs);
      server.run();
      return id;
    },
    answer: (incident, task, answer) => {
      server.answer(incident, task, answer, 'ada');
      server.run();
      return waiting();
    },
  };
}

function external(brand: string): ExternalIntegration {
  return { brand, commands: [], execute: () => [] };
}

/** Its contents say which automation ran with which arguments. */
function asCall(automation: string, contents: Json): readonly Readonly<Record<string, Json>>[] {
  const call = contents as { readonly automation?: string; readonly args?: Readonly<Record<string, Json>> } | null;
  return call?.automation === automation && call.args !== undefined ? [call.args] : [];
}

function stubbed(pack: Pack): Pack {
  return {
    ...pack,
    integrations: [],
    scripts: pack.scripts.map((script) => ({ ...script, code: codeOf(script.name) })),
  };
}

/** Takes its next answer from its list, and leaves the last one there. */
function codeOf(name: string): string {
  const key = `${name.replace('CNSeries', 'CNSeries.').replace('Approve', 'Approval')}(val.Cluster == obj.Cluster)`;
  return `
var list = 'Stub ${name}';
var answers = JSON.parse(executeCommand('getList', { listName: list })[0].Contents);
var answer = answers[0];
if (answers.length > 1) executeCommand('setList', { listName: list, listData: JSON.stringify(answers.slice(1)) });
if (typeof answer === 'string') throw answer;
answer.Cluster = args.cluster;
var context = {};
context['${key}'] = answer;
return { Type: 1, ContentsFormat: 'json', Contents: { automation: '${name}', args: args }, EntryContext: context };
`;
}
