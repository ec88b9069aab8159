import { admitPolicy } from '../../../scripts/policy/translate/admit';
import { compile, type Compilation } from '../../../scripts/policy/compile/compile';
import type { AdmittedPolicy, CompiledRule, RankedEntry, RuleEnd } from '../../../scripts/policy/compile/model';
import { buildSnapshot } from '../../../scripts/policy/kubernetes/snapshot';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { localProfile } from '../../../scripts/policy/profile/defaults';
import type { ClusterProfile } from '../../../scripts/policy/profile/types';
import { addressMembers } from '../../../scripts/policy/values/addresstext';
import { portSetKey } from '../../../scripts/policy/values/ports';
import type { Term } from '../../../scripts/policy/values/term';

/** Compiles little clusters, and says in one line each what came out. */

export const PROFILE: ClusterProfile = {
  ...localProfile(),
  inspection: 'server-only',
  podCIDRs: ['10.0.0.0/8'],
  nodes: { toPods: 'off', ports: [], addresses: [] },
};

/** A NetworkPolicy named `namespace/name`; `annotations` without their prefix. */
export function policy(id: string, spec: object, annotations: Readonly<Record<string, string>> = {}): RawObject {
  const [namespace, name] = id.split('/');
  const prefixed = Object.fromEntries(Object.entries(annotations).map(([key, value]) => [`np.panw.com/${key}`, value]));
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { namespace, name, annotations: prefixed },
    spec,
  };
}

/** A pod selector or peer by the label `app`. */
export function app(name: string): { podSelector: object } {
  return { podSelector: { matchLabels: { app: name } } };
}

/** Pods of another namespace by the label `app`. */
export function appIn(namespace: string, name: string): object {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } }, ...app(name) };
}

export function defaultDeny(namespace: string): RawObject {
  return policy(`${namespace}/default-deny`, { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
}

export function compileObjects(objects: readonly RawObject[], profile: ClusterProfile = PROFILE): Compilation {
  const { snapshot } = buildSnapshot(objects, profile.cluster);
  const admitted = snapshot.policies.map((read): AdmittedPolicy => {
    const { version, errors } = admitPolicy({ snapshot, profile, services: [], lastGood: {}, missing: {} }, read);
    if (!version) throw new Error(`The policy is refused: ${errors.map((error) => error.code).join(', ')}`);
    return version;
  });
  return compile(snapshot, profile, admitted);
}

/** The rules as `LAYER SUBJECT: SOURCES > DESTINATIONS PORTS VERDICT`; ports as `tcp/udp/sctp`. */
export function rules(objects: readonly RawObject[], profile: ClusterProfile = PROFILE): string[] {
  const compilation = compileObjects(objects, profile);
  const failed = [...compilation.inexpressible.map((problem) => problem.diagnostic), ...compilation.clusterDiagnostics];
  if (failed.length > 0) throw new Error(failed.map((diagnostic) => diagnostic.code).join(', '));
  return compilation.rules.map(ruleText);
}

const LAYERS = {
  services: 'S',
  nodes: 'N',
  hosts: 'H',
  pairs: 'A',
  'deny-both': 'B',
  entries: 'C',
  'deny-one': 'D',
} as const;

export function ruleText(rule: CompiledRule): string {
  const ends = `${endText(rule.sources)} > ${endText(rule.destinations)}`;
  return `${LAYERS[rule.layer]} ${guardText(rule)}${subjectText(rule)}: ${ends} ${portSetKey(rule.ports)} ${verdictText(rule)}`;
}

function guardText({ guard }: CompiledRule): string {
  return guard ? `before ${guardText(guard.of)}${subjectText(guard.of)}, ` : '';
}

function subjectText(rule: CompiledRule): string {
  const { subject } = rule;
  switch (subject.kind) {
    case 'block':
    case 'service':
      return subject.name;
    case 'hosts':
      return subject.entries.map(entryText).join(',');
    case 'entry':
      return entryText(subject.entry);
    case 'pair':
      return `${entryText(subject.egress)}+${entryText(subject.ingress)}`;
    case 'pairs':
      return `${entryText(subject.entry)}+${subject.pairs.length}`;
    case 'joined':
      return subject.parts.map(subjectText).join(' & ');
  }
}

export function entryText(entry: RankedEntry): string {
  return `${entry.namespace}/${entry.policy.id.name}.${entry.direction === 'ingress' ? 'in' : 'eg'}${entry.entry.index}`;
}

function endText(end: RuleEnd): string {
  if (end.kind === 'isolated') return end.direction === 'egress' ? 'E' : 'I';
  return end.terms.map(termText).sort().join(' | ');
}

export function termText(term: Term): string {
  switch (term.kind) {
    case 'any':
      return 'any';
    case 'addresses':
      return addressMembers(term.addresses).join(',');
    case 'pods': {
      const labels = term.requirements.map((one) => `${one.key}${one.negated ? '!' : ''}=${one.values.join(',')}`);
      const limit = term.addresses ? `@${addressMembers(term.addresses).join(',')}` : '';
      return `${term.namespaces.names.join(',')}[${labels.join(' ')}]${limit}`;
    }
  }
}

function verdictText(rule: CompiledRule): string {
  if (rule.verdict.kind === 'deny') return 'deny';
  const { applications, profileSetting, logProfile } = rule.verdict.record;
  const said = [
    ...applications,
    ...(profileSetting.type === 'profiles' ? Object.values(profileSetting.profiles) : []),
    ...(profileSetting.type === 'group' ? [profileSetting.group] : []),
    ...(logProfile === '' ? [] : [logProfile]),
  ];
  return said.length === 0 ? 'allow' : `allow ${said.join(' ')}`;
}
