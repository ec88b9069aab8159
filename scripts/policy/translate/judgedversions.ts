import type { Diagnostic, DiagnosticCode } from '../diagnostics/diagnostic';
import { idText } from '../kubernetes/identity';
import type { PolicyId, RawObject } from '../kubernetes/types';
import { sortedUnique } from '../text/canonical';
import type { ClosedPort, StandIn } from '../prove/types';
import type { Refusal } from './translation';

/** Which versions of policies a rulebase holds, as the proof needs to know them. */
export interface JudgedVersions {
  /** Judged as if they did not exist. */
  readonly leftOut: readonly PolicyId[];
  /** Judged by this version instead of the current one. */
  readonly replaced: readonly RawObject[];
  /** Of these, by `namespace/name`: what they are, where they are no last good version. */
  readonly standIns: { readonly [policy: string]: StandIn };
  /** Ports of Services that let nobody through. */
  readonly closedPorts: readonly ClosedPort[];
  /** Of policies that are left out or replaced, by `namespace/name`: the codes of what is wrong with them. */
  readonly codes: { readonly [policy: string]: readonly string[] };
}

/**
 * Tells the proof which versions to judge: of refused policies the stand-in, or nothing.
 *
 * @param refusals of the translation
 * @param diagnostics of reading the objects and of the translation: of a policy that was given twice with different
 * content, neither is compiled, and a port of a Service may be closed
 */
export function judgedVersions(refusals: readonly Refusal[], diagnostics: readonly Diagnostic[]): JudgedVersions {
  const leftOut: PolicyId[] = [];
  const codes: { [policy: string]: readonly string[] } = {};
  const replaced: RawObject[] = [];
  const standIns: { [policy: string]: StandIn } = {};
  for (const refusal of refusals) {
    codes[idText(refusal.policy)] = sortedUnique(refusal.diagnostics.map((found) => found.code));
    if (refusal.standIn) replaced.push(refusal.standIn);
    else leftOut.push(refusal.policy);
    const instead = refusal.instead;
    if (instead === 'nothing' || instead === 'last-good' || !refusal.standIn) continue;
    standIns[idText(refusal.policy)] = { instead, closed: refusal.closed };
  }
  for (const policy of duplicatesOf(diagnostics)) {
    leftOut.push(policy);
    codes[idText(policy)] = [DUPLICATE];
  }
  return { leftOut, replaced, standIns, closedPorts: closedPortsOf(diagnostics), codes };
}

const DUPLICATE: DiagnosticCode = 'policy-duplicate';

/** The policies that were given twice with different content: neither version is compiled. */
export function duplicatesOf(diagnostics: readonly Diagnostic[]): PolicyId[] {
  const policies: PolicyId[] = [];
  for (const { code, where } of diagnostics) {
    if (code === DUPLICATE && where.policy) policies.push({ ...where.policy, uid: '' });
  }
  return policies;
}

const CLOSED_PORT: readonly DiagnosticCode[] = ['service-sctp', 'service-too-complex'];

/** The ports of Services that no rule opens. */
export function closedPortsOf(diagnostics: readonly Diagnostic[]): ClosedPort[] {
  return diagnostics
    .filter(({ code }) => CLOSED_PORT.indexOf(code) >= 0)
    .map(({ code, params }) => ({ service: String(params.service), port: String(params.port), code }));
}
