import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { verdictText } from '../../../scripts/policy/views/verdict';
import { clusterOf, namespace, pod, policy } from '../../property/handmade';
import { compileCluster, proofOf, type ClusterInput } from '../../property/pipeline';

/** A cluster whose live policy may lose its exact rules. */

export const NAMESPACES = [namespace('shop'), namespace('pay', { team: 'pay' })];
export const FROM_PAY = {
  namespaceSelector: { matchLabels: { team: 'pay' } },
  podSelector: { matchLabels: { app: 'api' } },
};
export const FROM_WEB = { podSelector: { matchLabels: { app: 'web' } } };
export const DB = policy('shop/db', {
  podSelector: { matchLabels: { app: 'db' } },
  ingress: [
    { from: [FROM_PAY], ports: [{ port: 5432 }] },
    { from: [FROM_WEB], ports: [{ port: 5433 }] },
  ],
});
export const PODS = [
  pod('shop/db-1', { app: 'db' }, '10.244.1.1'),
  pod('shop/web-1', { app: 'web' }, '10.244.1.2'),
  pod('pay/api-1', { app: 'api' }, '10.244.1.3'),
];
export const ODD_ELSEWHERE = pod('pay/odd-1', { app: 'API' }, '10.244.1.4');
export const ODD_HERE = pod('shop/odd-1', { app: 'WEB' }, '10.244.1.5');
export const ODD_SUBJECT = pod('shop/odd-2', { app: 'DB' }, '10.244.1.6');

/** The cluster in which `shop/db` is live, with more objects. */
export function live(objects: readonly RawObject[], more: Partial<ClusterInput> = {}): ClusterInput {
  return { ...clusterOf([...NAMESPACES, ...PODS, DB, ...objects]), lastGood: [DB], ...more };
}

/** A person decided that `shop/db` is closed. */
export const closings = [{ namespace: 'shop', name: 'db', uid: '' }];

/** What becomes of the policies, of the rules, and what the proof says of it. */
export function outcome(input: ClusterInput) {
  const compiled = compileCluster(input);
  const { rulebase, refusals, questions } = compiled.translation;
  const proof = proofOf(input, compiled);
  return {
    refusals: refusals.map(({ policy: { name }, instead, closed }) => [name, instead, ...closed].join(' ')),
    rules: rulebase?.rules.map((rule) => `${rule.name} ${rule.service.join()}`),
    proof: proof && verdictText(proof),
    asked: questions.map((question) => question.closing),
  };
}
