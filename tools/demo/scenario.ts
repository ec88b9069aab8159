import type { Manifest } from '../lab/kubernetes';
import type { Server } from '../lab/xsoar';
import type { Display } from './display';
import type { Kubectl, Policy } from './kubectl';
import { agreeing, rejecting } from './people';
import { expectState, react, WentWrong } from './react';
import { foreignEntries, liveRules } from './rulebase';
import { setAutomation } from './setting';
import type { World } from './world';

/** What the demo plays on. */
export interface Stage {
  readonly world: World;
  readonly kubectl: Kubectl;
  readonly server: Server;
  readonly display: Display;
  /** What is applied first. */
  readonly manifests: readonly Manifest[];
}

const DEVELOPER = 'developer';

/**
 * Everything from the first policy to a rejected plan, on anybody's manifests.
 *
 * @throws WentWrong at the first thing that does not go as it should
 */
export function play(stage: Stage): void {
  const before = foreignEntries(stage.world);
  if (!before.includes('<entry name="corporate-dns"')) throw new WentWrong('There is no rule of somebody else.');
  const test = stage.server.testModule('shop watcher');
  if (test !== 'ok') throw new WentWrong(`The watcher cannot work: ${test}`);
  first(stage);
  const policies = stage.kubectl.policies().filter(({ metadata }) => metadata.namespace !== 'kube-system');
  const one = policies.at(0);
  const last = policies.at(-1);
  if (one === undefined || last === undefined) throw new WentWrong('There are no policies.');
  changed(stage, one);
  deleted(stage, last);
  mistaken(stage, one);
  byHand(stage, last);
  rejected(stage, one);
  if (foreignEntries(stage.world) !== before) throw new WentWrong('A rule or object of somebody else was changed.');
  stage.display.line('\nThe rule "corporate-dns" and all shared objects of others are byte for byte what they were.');
}

function first({ world, kubectl, server, display, manifests }: Stage): void {
  display.step('A new cluster: all its policies become firewall rules');
  const count = manifests.filter(({ kind }) => kind === 'NetworkPolicy').length;
  display.says(DEVELOPER, `kubectl apply: ${manifests.length} objects, ${count} of them NetworkPolicies`);
  for (const refusal of kubectl.apply(manifests)) display.warns(`The API server refuses: ${refusal}`);
  expectState(react(server, display, agreeing), 'effective');
  display.table(liveRules(world));
}

function changed({ kubectl, server, display }: Stage, policy: Policy): void {
  const isBoth = policy.metadata.annotations?.['np.panw.com/log'] === 'both';
  const log = isBoth ? 'start' : 'both';
  display.step('A policy changes');
  display.says(DEVELOPER, `annotates ${label(policy)} with np.panw.com/log: ${log}`);
  applyOwn(kubectl, [manifestOf(policy, { 'np.panw.com/log': log })]);
  expectState(react(server, display, agreeing), 'effective');
  showEvents(kubectl, display, policy);
}

function deleted({ world, kubectl, server, display }: Stage, policy: Policy): void {
  display.step('A policy is deleted');
  const before = liveRules(world).rows.length;
  display.says(DEVELOPER, `kubectl delete networkpolicy ${label(policy)}`);
  kubectl.deletePolicy(policy.metadata.namespace, policy.metadata.name);
  expectState(react(server, display, agreeing), 'effective');
  display.line(`\nLive rules: ${before} before, ${liveRules(world).rows.length} now.`);
}

function mistaken({ kubectl, server, display }: Stage, policy: Policy): void {
  display.step('A policy with a mistake: its author is told, the rules stay as they were');
  display.says(DEVELOPER, `annotates ${label(policy)} with np.panw.com/vuln-protecton: strict`);
  applyOwn(kubectl, [manifestOf(policy, { 'np.panw.com/vuln-protecton': 'strict' })]);
  react(server, display, agreeing);
  showEvents(kubectl, display, policy);
  const refused = kubectl.eventsOf(policy.metadata.namespace, policy.metadata.name).at(-1);
  if (refused?.reason !== 'PolicyRefused') throw new WentWrong('The author was not told what is wrong.');
}

function byHand({ kubectl, server, display }: Stage, policy: Policy): void {
  display.step('Auto-commit and auto-push are off: the administrator decides');
  setAutomation(server, 'by hand');
  display.says(DEVELOPER, `kubectl apply: ${label(policy)} again`);
  applyOwn(kubectl, [manifestOf(policy, {})]);
  expectState(react(server, display, agreeing), 'effective');
}

function rejected({ kubectl, server, display }: Stage, neighbour: Policy): void {
  display.step('A plan that is rejected: nothing is written, and the author learns why');
  const { namespace } = neighbour.metadata;
  const open: Policy = {
    metadata: { namespace, name: 'demo-open' },
    spec: { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }] },
  };
  display.says(DEVELOPER, `kubectl apply: ${label(open)}, which lets every pod of ${namespace} reach the internet`);
  applyOwn(kubectl, [manifestOf(open, {})]);
  expectState(react(server, display, rejecting('The whole internet is too much; name the partner.')), 'rejected');
  showEvents(kubectl, display, open);
}

function applyOwn(kubectl: Kubectl, manifests: readonly Manifest[]): void {
  const [refusal] = kubectl.apply(manifests);
  if (refusal !== undefined) throw new WentWrong(`The API server refuses: ${refusal}`);
}

const label = ({ metadata }: Policy): string => `${metadata.namespace}/${metadata.name}`;

function showEvents(kubectl: Kubectl, display: Display, policy: Policy): void {
  display.events(`-n ${policy.metadata.namespace} ${policy.metadata.name}`, eventsOf(kubectl, policy));
}

/** The last few: those of this step. */
function eventsOf(kubectl: Kubectl, { metadata }: Policy): ReturnType<Kubectl['eventsOf']> {
  return kubectl.eventsOf(metadata.namespace, metadata.name).slice(-5);
}

/** The policy as its author writes it, with more annotations. */
function manifestOf({ metadata, spec }: Policy, more: { readonly [key: string]: string }): Manifest {
  const { namespace, name, annotations } = metadata;
  return JSON.parse(
    JSON.stringify({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { namespace, name, annotations: { ...annotations, ...more } },
      spec,
    }),
  ) as Manifest;
}
