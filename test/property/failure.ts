import { stringify } from 'yaml';
import { describeDiagnostic } from '../../scripts/policy/diagnostics/diagnostic';
import { localProfile } from '../../scripts/policy/profile/defaults';
import type { ClusterProfile } from '../../scripts/policy/profile/types';
import type { Proof } from '../../scripts/policy/prove/types';
import type { Translation } from '../../scripts/policy/translate/translation';
import type { ClusterInput } from './pipeline';

/** A proof that fails: the counter-example with both reasons, the rules, the findings. */
export function proofText(proof: Proof, translation: Translation): string {
  const example = proof.counterExample;
  return [
    proof.reason,
    ...(example
      ? [
          `policies: ${example.policySide.verdict} - ${example.policySide.reason} ${JSON.stringify(example.policySide.record ?? {})}`,
          `rules:    ${example.ruleSide.verdict} - ${example.ruleSide.reason} ${JSON.stringify(example.ruleSide.record)}`,
        ]
      : []),
    '--- rules',
    ...rulesOf(translation),
    '--- findings',
    ...translation.diagnostics
      .map(describeDiagnostic)
      .map((found) => `${found.policy} ${found.path}: ${found.message}`),
  ].join('\n');
}

/** A case as a person can run it again: the settings that differ from the defaults, and the objects as YAML. */
export function caseText({ profile, objects, lastGood }: ClusterInput): string {
  return [
    '--- settings that differ from the defaults',
    stringify(changedSettings(profile)),
    '--- objects',
    objects.map((object) => stringify(object, { aliasDuplicateObjects: false })).join('---\n'),
    ...(lastGood.length > 0 ? ['--- last good versions', stringify(lastGood)] : []),
  ].join('\n');
}

function rulesOf(translation: Translation): string[] {
  if (!translation.rulebase) return ['none'];
  const { rules, addressGroups, services } = translation.rulebase;
  const texts = new Map<string, string>();
  for (const { name, match } of addressGroups) {
    texts.set(name, match.type === 'dynamic' ? match.filter : `{${match.members.join(' ')}}`);
  }
  for (const { name, protocol, port } of services) texts.set(name, `${protocol}/${port}`);
  function text(members: readonly string[]): string {
    return members.map((member) => texts.get(member) ?? member).join(', ');
  }
  const groups = addressGroups.filter(({ match }) => match.type === 'static');
  return [
    ...rules.map(
      (rule) =>
        `${rule.action}: ${text(rule.source)} -> ${text(rule.destination)} on ${text(rule.service)}, ${rule.application.join(', ')} (${rule.name})`,
    ),
    ...groups.map(({ name, match }) => `${name}: ${match.type === 'static' ? text(match.members) : ''}`),
  ];
}

function changedSettings(profile: ClusterProfile): Record<string, unknown> {
  const defaults: Readonly<Record<string, unknown>> = { ...localProfile('c1') };
  return Object.fromEntries(
    Object.entries(profile).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(defaults[key])),
  );
}
