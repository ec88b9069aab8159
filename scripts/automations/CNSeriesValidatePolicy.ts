import { isError, type Diagnostic } from '../policy/diagnostics/diagnostic';
import { idText } from '../policy/kubernetes/identity';
import { buildSnapshot } from '../policy/kubernetes/snapshot';
import type { Snapshot } from '../policy/kubernetes/types';
import type { Rulebase } from '../policy/panos/entry';
import { previewProfile } from '../policy/profile/preview';
import { translate } from '../policy/translate/translate';
import { diagnosticsTable } from '../policy/views/diagnostics';
import { groupsTable, rulesTable, servicesTable } from '../policy/views/rulebase';
import type { WarRoomEntry } from '../xsoar/entries';
import { userError } from '../xsoar/errors';
import { DIAGNOSTIC_FIELDS, diagnosticData } from '../xsoar/diagnostics';
import { POLICY_ARGUMENTS } from '../xsoar/handedover';
import type { Host } from '../xsoar/host';
import { readInput } from '../xsoar/input';
import type { ArgumentValues, AutomationManifest } from '../xsoar/manifest';
import { contextEntry, type ContextData } from '../xsoar/outputs';
import { heading, markdownTable, paragraph } from '../xsoar/markdown';
import { readSettings, SETTINGS_ARGUMENTS, type Settings } from '../xsoar/settings';

/** As the server and the playbooks see the automation; `run` gets its types from here. */
export const manifest = {
  name: 'CNSeriesValidatePolicy',
  description:
    'Checks Kubernetes NetworkPolicies and their PAN-OS attributes, and shows the security rules that they would become in a cluster of their own.',
  details: [
    'Nothing is changed, neither in Kubernetes nor in Panorama. The rules are those of a cluster that holds the given objects and nothing else; where a cluster has further policies, rules for pairs of policies join them. Namespaces, pods and Services may be given along with the policies.',
    'Give the policies as `policy`, or paste them into the War Room (or upload a file) and give the ID of that entry as `entry_id`, which keeps line breaks.',
  ],
  tags: ['CN-Series'],
  arguments: { ...POLICY_ARGUMENTS, ...SETTINGS_ARGUMENTS },
  outputs: {
    path: 'CNSeries.Validation',
    key: 'Policy',
    fields: {
      Policy: {
        type: 'String',
        description: 'The policies that were checked, as namespace/name. Several are separated by commas.',
      },
      Cluster: {
        type: 'String',
        description: 'The cluster whose profile was used. "local" for the built-in settings.',
      },
      Valid: { type: 'Boolean', description: 'Whether the policies have no errors. Warnings do not count.' },
      Rules: { type: 'Number', description: 'The number of security rules that the policies would become.' },
      Errors: { type: 'Number', description: 'The number of errors.' },
      Warnings: { type: 'Number', description: 'The number of warnings.' },
      Findings: { objects: DIAGNOSTIC_FIELDS },
    },
  },
} as const satisfies AutomationManifest;

type ValidationData = ContextData<typeof manifest.outputs>;

/**
 * Checks the given policies and shows what they would become; diagnostics are a result, not a failure.
 *
 * @throws a user error if the input holds no NetworkPolicy
 */
export function run(given: ArgumentValues<typeof manifest>, host: Host): readonly WarRoomEntry[] {
  const input = readInput(given, host);
  const settings = readSettings(host, given);
  const { cluster, tags } = settings.profile || { cluster: '', tags: undefined };
  const reading = buildSnapshot(input.objects, cluster, [], tags && tags.cluster);
  const found = input.diagnostics.concat(settings.diagnostics, reading.diagnostics);
  if (reading.snapshot.policies.length === 0 && found.length === 0) {
    throw userError('The input holds no NetworkPolicy. Give at least one.');
  }
  return [validate(reading.snapshot, settings, found)];
}

function validate(snapshot: Snapshot, settings: Settings, found: readonly Diagnostic[]): WarRoomEntry {
  if (!settings.profile) return present(snapshot, '', undefined, found, []);
  const chosen = settings.chosen === 'none' ? previewProfile(snapshot) : { profile: settings.profile, notes: [] };
  const profile = chosen.profile;
  const translation = translate({ snapshot, profile, services: settings.services, lastGood: [] });
  return present(snapshot, profile.cluster, translation.rulebase, found.concat(translation.diagnostics), chosen.notes);
}

function present(
  snapshot: Snapshot,
  cluster: string,
  rulebase: Rulebase | undefined,
  diagnostics: readonly Diagnostic[],
  notes: readonly string[],
): WarRoomEntry {
  const errors = diagnostics.filter(isError).length;
  const data: ValidationData = {
    Policy: snapshot.policies.map((policy) => idText(policy.id)).join(', '),
    Cluster: cluster,
    Valid: errors === 0,
    Rules: rulebase ? rulebase.rules.length : 0,
    Errors: errors,
    Warnings: diagnostics.length - errors,
    Findings: diagnostics.map(diagnosticData),
  };
  const text = summary(data) + notes.map(paragraph).join('') + tables(rulebase, diagnostics);
  return contextEntry(manifest.outputs, text, data);
}

function summary(data: ValidationData): string {
  const counts = [
    counted(data.Errors, 'error'),
    counted(data.Warnings, 'warning'),
    counted(data.Rules, 'security rule') + ' in a cluster of their own',
  ];
  const verdict = data.Valid ? 'Valid' : 'Not valid';
  return (
    heading(2, [verdict].concat(data.Policy === '' ? [] : data.Policy).join(': ')) + paragraph(counts.join(', ') + '.')
  );
}

function counted(count: number, noun: string): string {
  return String(count) + ' ' + noun + (count === 1 ? '' : 's');
}

/** Diagnostics first, since they need action; tables without rows are left out. */
function tables(rulebase: Rulebase | undefined, diagnostics: readonly Diagnostic[]): string {
  return [diagnosticsTable(diagnostics)]
    .concat(rulebase ? [rulesTable(rulebase), groupsTable(rulebase), servicesTable(rulebase)] : [])
    .filter((table) => table.rows.length > 0)
    .map(markdownTable)
    .join('');
}
