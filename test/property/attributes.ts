import { fc } from '../support/seed';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { ATTRIBUTE_VALUES } from './attributevalues';
import type { Setting } from './setting';

/** Attributes on policies, as annotations or labels, at every level. */

export interface AttributeDraft {
  readonly level: 'policy' | 'direction' | 'entry';
  readonly direction: 'ingress' | 'egress';
  readonly entry: number;
  readonly key: string;
  readonly value: string;
  readonly asLabel: boolean;
}

const valueOf: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  ...Object.entries(ATTRIBUTE_VALUES).map(([key, values]) => ({
    weight: 3,
    arbitrary: fc.constantFrom(...values).map((value) => [key, value] as const),
  })),
  { weight: 12, arbitrary: fc.constant(['service', 'application-default'] as const) },
  { weight: 4, arbitrary: fc.constantFrom('pci-web', 'batch').map((name) => ['security-service', name] as const) },
);

export const attributeDraft: fc.Arbitrary<AttributeDraft> = fc
  .record({
    level: fc.constantFrom<AttributeDraft['level']>('policy', 'direction', 'entry'),
    direction: fc.constantFrom<AttributeDraft['direction']>('ingress', 'egress'),
    entry: fc.nat(2),
    keyAndValue: valueOf,
    asLabel: fc.nat(3).map((number) => number === 1),
  })
  .map(({ keyAndValue: [key, value], ...rest }) => ({ ...rest, key, value }));

/** The policy with the attributes that make sense on it. */
export function annotated(policy: RawObject, drafts: readonly AttributeDraft[], setting: Setting): RawObject {
  const annotations: Record<string, string> = {};
  const labels: Record<string, string> = {};
  for (const draft of drafts) {
    const entries = effective(policy.spec as Entries, draft.direction);
    const scope = draft.key === 'service' ? entryScope(draft, entries, setting) : scopeOf(draft, entries);
    if (scope === undefined || isTaken(draft.key, scope, { ...annotations, ...labels })) continue;
    const value = valueFor(draft, entries, scope, drafts, setting);
    const target = draft.asLabel && /^[a-z0-9-]+$/i.test(value) ? labels : annotations;
    target[`np.panw.com/${scope}${draft.key}`] = value;
  }
  const metadata = { ...(policy.metadata as RawObject) };
  if (Object.keys(annotations).length > 0) metadata.annotations = annotations;
  if (Object.keys(labels).length > 0) metadata.labels = labels;
  return { ...policy, metadata };
}

interface Entries {
  readonly ingress?: readonly Entry[] | null;
  readonly egress?: readonly Entry[] | null;
  readonly policyTypes?: readonly string[] | null;
}

interface Entry {
  readonly ports?: readonly unknown[] | null;
}

/** The entries of the direction, if they have an effect. */
function effective(spec: Entries, direction: 'ingress' | 'egress'): readonly Entry[] {
  const types = spec.policyTypes ?? [];
  const type = direction === 'ingress' ? 'Ingress' : 'Egress';
  return types.length === 0 || types.includes(type) ? (spec[direction] ?? []) : [];
}

/** undefined where the policy has no such entries. */
function scopeOf(draft: AttributeDraft, entries: readonly Entry[]): string | undefined {
  if (draft.level === 'policy') return '';
  if (entries.length === 0) return undefined;
  return draft.level === 'direction' ? `${draft.direction}.` : `${draft.direction}.${draft.entry % entries.length}.`;
}

/** An entry that names no ports, where there is one. */
function entryScope(draft: AttributeDraft, entries: readonly Entry[], setting: Setting): string | undefined {
  const indexes = [...entries.keys()];
  const free = indexes.filter((index) => mayBeDefault(entries[index], setting));
  const choice = free.length > 0 ? free : indexes;
  return choice.length === 0 ? undefined : `${draft.direction}.${choice[draft.entry % choice.length]}.`;
}

/**
 * application-default is for entries without ports, and has no exact rule against an entry of the other side with
 * ports.
 */
function mayBeDefault(entry: Entry, setting: Setting): boolean {
  return setting.directions !== 'both' && (entry.ports ?? []).length === 0;
}

function valueFor(
  draft: AttributeDraft,
  entries: readonly Entry[],
  scope: string,
  drafts: readonly AttributeDraft[],
  setting: Setting,
): string {
  if (draft.key === 'service') {
    return mayBeDefault(entries[Number(scope.split('.')[1])], setting) ? draft.value : 'ports';
  }
  // A group cannot be taken apart.
  return draft.value === 'none' && draft.key !== 'log' && hasGroup(drafts, setting) ? 'other' : draft.value;
}

function hasGroup(drafts: readonly AttributeDraft[], setting: Setting): boolean {
  const keys = drafts.map((draft) => draft.key);
  const isDefault = setting.profile.defaults?.['profile-group'] !== undefined;
  return isDefault || keys.includes('profile-group') || keys.includes('security-service');
}

/** A level names a key once, and either a group or single profiles. */
function isTaken(key: string, scope: string, written: Readonly<Record<string, string>>): boolean {
  const singles = ['antivirus', 'vuln-protection', 'wildfire'];
  const excluded = key === 'profile-group' ? singles : singles.includes(key) ? ['profile-group'] : [];
  return [key, ...excluded].some((other) => `np.panw.com/${scope}${other}` in written);
}
