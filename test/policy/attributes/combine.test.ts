import { combineAttributes, recordKey } from '../../../scripts/policy/attributes/combine';
import { defaultAttributes } from '../../../scripts/policy/attributes/defaults';
import type { AttributeRecord, EntryAttributes, EntryInspection } from '../../../scripts/policy/attributes/types';
import type { ProfileSetting } from '../../../scripts/policy/panos/entry';
import { localProfile } from '../../../scripts/policy/profile/defaults';

type Given = EntryAttributes | undefined;

/** The record and the warning; fails where the sides allow nothing together. */
function combined(
  sender: Given,
  receiver: Given,
  defaults: EntryAttributes = {},
): AttributeRecord & { differs: boolean } {
  const result = combineAttributes({ sender, receiver }, defaults);
  if (result.kind === 'nothing') throw new Error(`nothing: ${result.why}`);
  return { ...result.record, differs: result.inspectionDiffers };
}

const SILENCE: AttributeRecord = {
  applications: [],
  categories: [],
  profileSetting: { type: 'none' },
  logProfile: '',
  logStart: false,
  logEnd: true,
  applicationDefault: false,
  tickets: [],
};

it('where nobody says anything, nothing is inspected and the end is logged', () => {
  for (const sides of [{}, { sender: {} }, { receiver: {} }, { sender: {}, receiver: {} }]) {
    expect(combineAttributes(sides, {})).toEqual({ kind: 'record', record: SILENCE, inspectionDiffers: false });
  }
});

describe.each(['applications', 'categories'] as const)('%s', (field) => {
  it.each<[readonly string[] | undefined, readonly string[] | undefined, readonly string[]]>([
    [undefined, undefined, ['d']],
    [['a', 'b'], undefined, ['a', 'b']],
    [undefined, ['a', 'b'], ['a', 'b']],
    [
      ['a', 'b', 'c'],
      ['b', 'c', 'd'],
      ['b', 'c'],
    ],
    [['a'], ['a'], ['a']],
  ])('of the sender %j and the receiver %j are %j (default d)', (sender, receiver, expected) => {
    expect(combined({ [field]: sender }, { [field]: receiver }, { [field]: ['d'] })[field]).toEqual(expected);
  });

  it('without a common one, nothing is allowed, whatever the default', () => {
    expect(combineAttributes({ sender: { [field]: ['a'] }, receiver: { [field]: ['b'] } }, { [field]: ['a'] })).toEqual(
      {
        kind: 'nothing',
        why: field,
      },
    );
  });
});

const group = (name: string): EntryInspection => ({ type: 'group', group: name });
const single = (profiles: Record<string, string>): EntryInspection => ({ type: 'profiles', profiles });
const NONE: ProfileSetting = { type: 'none' };

interface InspectionCase {
  readonly title: string;
  readonly sender?: EntryInspection;
  readonly receiver?: EntryInspection;
  readonly fallback?: EntryInspection;
  readonly result: ProfileSetting;
  readonly differs?: true;
}

const INSPECTION: readonly InspectionCase[] = [
  { title: 'the default group holds where neither side names profiles', fallback: group('d'), result: group('d') },
  {
    title: 'default single profiles hold where neither side names profiles',
    fallback: single({ virus: 'd', spyware: 'none' }),
    result: single({ virus: 'd' }),
  },
  { title: "the sender's group holds alone", sender: group('s'), fallback: group('d'), result: group('s') },
  {
    title: "the receiver's group holds alone, and default single profiles are ignored",
    receiver: group('r'),
    fallback: single({ virus: 'd' }),
    result: group('r'),
  },
  {
    title: 'default single profiles fill the kinds that one side leaves',
    sender: single({ virus: 's' }),
    fallback: single({ virus: 'd', spyware: 'd' }),
    result: single({ virus: 's', spyware: 'd' }),
  },
  {
    title: 'a default group is ignored beside single profiles',
    receiver: single({ virus: 'r' }),
    fallback: group('d'),
    result: single({ virus: 'r' }),
  },
  {
    title: "single profiles of both sides join, the receiver's first",
    sender: single({ virus: 's', spyware: 's' }),
    receiver: single({ virus: 'r', vulnerability: 'r' }),
    fallback: single({ 'file-blocking': 'd' }),
    result: single({ virus: 'r', spyware: 's', vulnerability: 'r', 'file-blocking': 'd' }),
  },
  {
    title: "the receiver's none does not beat the sender's profile",
    sender: single({ virus: 's' }),
    receiver: single({ virus: 'none' }),
    result: single({ virus: 's' }),
  },
  {
    title: "the sender's none does not beat the receiver's profile",
    sender: single({ virus: 'none' }),
    receiver: single({ virus: 'r' }),
    result: single({ virus: 'r' }),
  },
  {
    title: 'none beats the default, said by one side',
    sender: single({ virus: 'none' }),
    receiver: single({ spyware: 'r' }),
    fallback: single({ virus: 'd', spyware: 'd' }),
    result: single({ spyware: 'r' }),
  },
  {
    title: 'none beats the default, said by both sides',
    sender: single({ virus: 'none' }),
    receiver: single({ virus: 'none' }),
    fallback: single({ virus: 'd' }),
    result: NONE,
  },
  { title: 'none without anything else leaves no profiles', sender: single({ virus: 'none' }), result: NONE },
  {
    title: 'the same group on both sides is no difference',
    sender: group('g'),
    receiver: group('g'),
    result: group('g'),
  },
  {
    title: "of two groups the receiver's holds",
    sender: group('s'),
    receiver: group('r'),
    result: group('r'),
    differs: true,
  },
  {
    title: "the receiver's single profiles hold whole against the sender's group",
    sender: group('s'),
    receiver: single({ virus: 'r' }),
    fallback: single({ spyware: 'd' }),
    result: single({ virus: 'r', spyware: 'd' }),
    differs: true,
  },
  {
    title: "the receiver's group holds whole against the sender's single profiles",
    sender: single({ virus: 's' }),
    receiver: group('r'),
    result: group('r'),
    differs: true,
  },
];

it.each(INSPECTION)('$title', ({ sender, receiver, fallback, result, differs = false }) => {
  const record = combined({ inspection: sender }, { inspection: receiver }, { inspection: fallback });
  expect(record.profileSetting).toEqual(result);
  expect(record.differs).toBe(differs);
});

it.each([
  [undefined, undefined, undefined, ''],
  [undefined, undefined, 'd', 'd'],
  ['s', undefined, 'd', 's'],
  ['s', 'r', 'd', 'r'],
  [undefined, 'r', 'd', 'r'],
])('the log profile of sender %s, receiver %s and default %s is "%s"', (sender, receiver, fallback, expected) => {
  const record = combined({ logProfile: sender }, { logProfile: receiver }, { logProfile: fallback });
  expect(record.logProfile).toBe(expected);
});

it.each([
  [undefined, undefined, undefined, 'end'],
  [undefined, undefined, 'none', 'none'],
  [undefined, undefined, 'both', 'both'],
  ['none', undefined, 'both', 'none'],
  [undefined, 'none', 'both', 'none'],
  ['none', 'none', 'both', 'none'],
  ['none', 'end', undefined, 'end'],
  ['start', 'none', undefined, 'start'],
  ['start', 'end', undefined, 'both'],
  ['end', 'start', undefined, 'both'],
  ['start', 'start', 'end', 'start'],
  ['both', 'end', undefined, 'both'],
  ['start', 'both', undefined, 'both'],
  ['start', undefined, 'end', 'start'],
] as const)('the log of sender %s, receiver %s and default %s is %s', (sender, receiver, fallback, expected) => {
  const { logStart, logEnd } = combined({ log: sender }, { log: receiver }, { log: fallback });
  expect({ logStart, logEnd }).toEqual({
    logStart: expected === 'start' || expected === 'both',
    logEnd: expected === 'end' || expected === 'both',
  });
});

it.each([
  [undefined, undefined, undefined, false],
  ['application-default', undefined, undefined, true],
  [undefined, 'application-default', undefined, true],
  ['ports', 'application-default', undefined, true],
  [undefined, undefined, 'application-default', true],
  ['ports', undefined, 'application-default', false],
  [undefined, 'ports', 'application-default', false],
] as const)(
  'application-default of sender %s, receiver %s and default %s is %s',
  (sender, receiver, fallback, expected) => {
    const record = combined({ service: sender }, { service: receiver }, { service: fallback });
    expect(record.applicationDefault).toBe(expected);
  },
);

it.each([
  [undefined, undefined, []],
  ['b', undefined, ['b']],
  ['b', 'a', ['a', 'b']],
  ['a', 'a', ['a']],
])('the tickets of sender %s and receiver %s are %j', (sender, receiver, expected) => {
  expect(combined({ ticket: sender }, { ticket: receiver }).tickets).toEqual(expected);
});

it('equal records have equal keys, whichever side said what', () => {
  const one = combineAttributes({ sender: { log: 'both', ticket: 'T' }, receiver: { logProfile: 'l' } }, {});
  const other = combineAttributes({ receiver: { ticket: 'T', logProfile: 'l', log: 'both' } }, {});
  if (one.kind === 'nothing' || other.kind === 'nothing') throw new Error('both allow something');
  expect(recordKey(one.record)).toBe(recordKey(other.record));
});

it('a record with another value in any field has another key', () => {
  const changes: Partial<AttributeRecord>[] = [
    { applications: ['ssl'] },
    { categories: ['ssl'] },
    { profileSetting: { type: 'group', group: 'g' } },
    { profileSetting: { type: 'profiles', profiles: { virus: 'g' } } },
    { logProfile: 'l' },
    { logStart: true },
    { logEnd: false },
    { applicationDefault: true },
    { tickets: ['T'] },
  ];
  const keys = [{}, ...changes].map((change) => recordKey({ ...SILENCE, ...change }));
  expect(new Set(keys).size).toBe(keys.length);
});

it("the profile's defaults become attributes", () => {
  const defaults = {
    appid: 'ssl, redis',
    'profile-group': 'g',
    log: 'none',
    logprofile: 'l',
    service: 'application-default',
  };
  expect(defaultAttributes({ ...localProfile(), defaults })).toEqual({
    applications: ['redis', 'ssl'],
    inspection: { type: 'group', group: 'g' },
    log: 'none',
    logProfile: 'l',
    service: 'application-default',
  });
  expect(defaultAttributes(localProfile())).toEqual({});
});
