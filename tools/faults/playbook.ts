import { manifest as applyManifest, run as runApply } from '../../scripts/automations/CNSeriesApply';
import { manifest as approveManifest, run as runApprove } from '../../scripts/automations/CNSeriesApprove';
import { manifest as commitManifest, run as runCommit } from '../../scripts/automations/CNSeriesCommit';
import { manifest as planManifest, run as runPlan } from '../../scripts/automations/CNSeriesPlan';
import { manifest as pushManifest, run as runPush } from '../../scripts/automations/CNSeriesPush';
import { manifest as readManifest, run as runRead } from '../../scripts/automations/CNSeriesRead';
import { manifest as takeBackManifest, run as runTakeBack } from '../../scripts/automations/CNSeriesTakeBack';
import { manifest as verifyManifest, run as runVerify } from '../../scripts/automations/CNSeriesVerify';
import type { CommandArguments } from '../../scripts/xsoar/host';
import type { Answer, Server } from './server';

/** What the playbooks do with the automations: in which order, how often again, and when a person is told. */

/** How a change ended: on the firewalls, told to a person with these texts, or cut off. */
export type Ending =
  | { readonly kind: 'effective' }
  | { readonly kind: 'told'; readonly step: Step; readonly outcome: string; readonly texts: readonly string[] }
  | { readonly kind: 'stopped' };

/** The steps of a change; `take back` is a person's. */
export type Step = 'read' | 'plan' | 'approve' | 'apply' | 'commit' | 'push' | 'verify' | 'take back';

interface Data {
  readonly Done?: boolean;
  readonly Outcome?: string;
  readonly State?: string;
  readonly Hash?: string;
  readonly Reasons?: readonly string[];
  readonly Leftovers?: readonly string[];
}

type Run = (server: Server, args: CommandArguments) => Answer;

const RUNS: { readonly [Name in Step]: Run } = {
  read: (server, args) => server.run(readManifest, runRead as never, args),
  plan: (server, args) => server.run(planManifest, runPlan as never, args),
  approve: (server, args) => server.run(approveManifest, runApprove as never, args),
  apply: (server, args) => server.run(applyManifest, runApply as never, args),
  commit: (server, args) => server.run(commitManifest, runCommit as never, args),
  push: (server, args) => server.run(pushManifest, runPush as never, args),
  verify: (server, args) => server.run(verifyManifest, runVerify as never, args),
  'take back': (server, args) => server.run(takeBackManifest, runTakeBack as never, args),
};

/** What ends a step: its data, or an ending of the whole change. */
type Came = { readonly kind: 'data'; readonly data: Data } | Exclude<Ending, { readonly kind: 'effective' }>;

/** `scripts/playbooks/nextstep.ts`: twice again, half a minute apart. */
const [RETRIES, RETRY_SECONDS] = [2, 30];

/** Once; an error is tried again as the playbook does, then told. */
function once(server: Server, step: Step, args: CommandArguments = {}): Came {
  for (let retry = 0; ; retry++) {
    const entry = RUNS[step](server, args);
    if (entry === undefined) return { kind: 'stopped' };
    if (entry.Type !== 4) {
      const data = entry.Contents as Data;
      server.leftovers.push(...(data.Leftovers ?? []));
      return { kind: 'data', data };
    }
    if (retry === RETRIES) return { kind: 'told', step, outcome: 'error', texts: [String(entry.Contents)] };
    server.wait(RETRY_SECONDS);
  }
}

/** The loops of the playbook come to an end, too: here sooner, since nothing but a job that hangs takes so many rounds. */
const MOST_ROUNDS = 30;

/** Again and again until it is done. */
function untilDone(server: Server, step: Step, seconds: number, args: CommandArguments = {}): Came {
  let last: Data = {};
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const came = once(server, step, args);
    if (came.kind !== 'data' || came.data.Done === true) return came;
    last = came.data;
    server.wait(seconds);
  }
  const texts = [`The step "${step}" is not over.`, ...(last.Reasons ?? [])];
  return { kind: 'told', step, outcome: 'under way', texts };
}

function told(step: Step, data: Data): Ending {
  const texts = [...(data.Reasons ?? []), ...(data.Leftovers ?? [])];
  return { kind: 'told', step, outcome: data.Outcome ?? data.State ?? '', texts };
}

/** From the plan to the firewalls, approved by who may. */
export function carryOut(server: Server): Ending {
  const applied = planAndApply(server);
  return applied ?? goLive(server, false);
}

/** undefined: Panorama's candidate holds the rules. A plan that went stale is made again. */
export function planAndApply(server: Server): Ending | undefined {
  let last: Ending | undefined;
  for (let round = 0; round < 4; round++) {
    const read = untilDone(server, 'read', 1);
    // A failure is told by the plan.
    if (read.kind === 'stopped') return read;
    const plan = once(server, 'plan');
    if (plan.kind !== 'data') return plan;
    if (plan.data.State === 'unchanged') return undefined;
    if (plan.data.State === 'refused') return told('plan', plan.data);
    const plan_hash = plan.data.Hash;
    if (plan.data.State === 'needs-approval') {
      const approved = once(server, 'approve', { plan_hash, approver: 'alice' });
      if (approved.kind !== 'data') return approved;
    }
    const came = untilDone(server, 'apply', 1, { plan_hash });
    if (came.kind !== 'data') return came;
    if (came.data.Outcome === 'applied' || came.data.Outcome === 'unchanged') return undefined;
    last = told('apply', came.data);
    if (came.data.Outcome !== 'stale') return last;
  }
  return last;
}

/** From Panorama's candidate to the firewalls. */
export function goLive(server: Server, despiteOthers: boolean): Ending {
  const committed = untilDone(server, 'commit', 10);
  if (committed.kind !== 'data') return committed;
  if (committed.data.Outcome === 'failed') return told('commit', committed.data);
  const pushed = untilDone(server, 'push', 10, { despite_others: String(despiteOthers) });
  if (pushed.kind !== 'data') return pushed;
  if (pushed.data.Outcome !== 'pushed' && pushed.data.Outcome !== 'nothing') return told('push', pushed.data);
  const verified = untilDone(server, 'verify', 10);
  if (verified.kind !== 'data') return verified;
  return verified.data.Outcome === 'effective' ? { kind: 'effective' } : told('verify', verified.data);
}

/** What a person does about a run that was cut off; undefined: nothing of it is left. */
export function takeBack(server: Server): Ending | undefined {
  const came = untilDone(server, 'take back', 1);
  if (came.kind !== 'data') return came;
  return came.data.Outcome === 'undone' || came.data.Outcome === 'nothing' ? undefined : told('take back', came.data);
}
