import { diagnose } from '../../../scripts/policy/diagnostics/diagnostic';
import type { RuleEntry, Rulebase } from '../../../scripts/policy/panos/entry';
import { diagnosticsTable } from '../../../scripts/policy/views/diagnostics';
import { groupsTable, rulesTable, servicesTable } from '../../../scripts/policy/views/rulebase';
import { cellText, tableOf } from '../../../scripts/policy/views/table';

const RULE: RuleEntry = {
  kind: 'rule',
  name: 'local.shop.api.in-abc',
  from: ['any'],
  to: ['any'],
  source: ['web', '10.0.0.0/8'],
  destination: ['api'],
  application: ['any'],
  service: ['tcp-80'],
  category: ['any'],
  action: 'allow',
  logStart: false,
  logEnd: true,
  logSetting: '',
  profileSetting: { type: 'none' },
  tags: ['cnseries'],
  groupTag: '',
  description: '',
};

function rulebase(parts: Partial<Rulebase>): Rulebase {
  return {
    cluster: 'local',
    deviceGroup: 'cnseries',
    rulebase: 'pre',
    tags: [],
    addressGroups: [],
    services: [],
    rules: [],
    ...parts,
  };
}

it('a rule is one row, with its lists as lists', () => {
  expect(rulesTable(rulebase({ rules: [RULE] }))).toEqual({
    title: 'Security rules',
    columns: ['#', 'Rule', 'Source', 'Destination', 'Service', 'Action'],
    rows: [['1', 'local.shop.api.in-abc', ['web', '10.0.0.0/8'], ['api'], ['tcp-80'], 'allow']],
    dull: [undefined, undefined, undefined, undefined, undefined, undefined],
  });
});

it('zones, applications and the like have columns as soon as one rule names some', () => {
  const table = rulesTable(rulebase({ rules: [RULE, { ...RULE, from: ['k8s'], category: ['news', 'sports'] }] }));
  expect(table.columns).toContain('From');
  expect(table.columns).not.toContain('To');
  expect(table.rows.map((row) => row[table.columns.indexOf('URL category')])).toEqual([['any'], ['news', 'sports']]);
});

it.each([
  [{ type: 'group', group: 'strict' }, 'group strict'],
  [{ type: 'profiles', profiles: { vulnerability: 'v', virus: 'a' } }, ['virus a', 'vulnerability v']],
] as const)('profiles %j read as %j', (profileSetting, expected) => {
  const table = rulesTable(rulebase({ rules: [{ ...RULE, profileSetting }, RULE] }));
  expect(table.rows[1][table.columns.indexOf('Profiles')]).toBe('-');
  expect(table.rows[0][table.columns.indexOf('Profiles')]).toEqual(expected);
});

it.each([
  [false, false, '', '-'],
  [false, false, 'siem', '-'],
  [true, true, '', ['start', 'end']],
  [false, true, 'siem', ['end', 'to siem']],
])('log at start %s, at end %s, with profile "%s" reads as %j', (logStart, logEnd, logSetting, expected) => {
  const table = rulesTable(rulebase({ rules: [{ ...RULE, logStart, logEnd, logSetting }] }));
  expect(table.rows[0][table.columns.indexOf('Log')]).toEqual(expected);
});

it('groups show their filter or their members', () => {
  const group = { kind: 'address-group', description: '', tags: [] } as const;
  const table = groupsTable(
    rulebase({
      addressGroups: [
        { ...group, name: 'a', match: { type: 'dynamic', filter: "'t1' and 't2'" } },
        { ...group, name: 'b', match: { type: 'static', members: ['a', 'c'] } },
      ],
    }),
  );
  expect(table.columns).toEqual(['Address group', 'Members']);
  expect(table.rows).toEqual([
    ['a', "'t1' and 't2'"],
    ['b', ['a', 'c']],
  ]);
});

it('services show protocol and ports', () => {
  const table = servicesTable(
    rulebase({ services: [{ kind: 'service', name: 'tcp-80', protocol: 'tcp', port: '80,443', tags: [] }] }),
  );
  expect(table.rows).toEqual([['tcp-80', 'tcp', ['80', '443']]]);
});

it('diagnostics show what is wrong, where, and what to do', () => {
  const policy = { namespace: 'shop', name: 'api' };
  const found = diagnose('operator-unknown', { operator: 'Is' }, { policy, path: 'spec.podSelector', file: 'a.yaml' });
  expect(diagnosticsTable([found])).toEqual({
    title: 'Findings',
    columns: ['Severity', 'Code', 'Policy', 'Where', 'What', 'What to do'],
    rows: [
      [
        'error',
        'operator-unknown',
        'shop/api',
        ['a.yaml', 'spec.podSelector'],
        '"Is" is not a selector operator.',
        'Use In, NotIn, Exists or DoesNotExist.',
      ],
    ],
    dull: [undefined, undefined, '', undefined, undefined, undefined],
  });
});

it('logging at the end alone has no column', () => {
  expect(rulesTable(rulebase({ rules: [RULE] })).columns).not.toContain('Log');
});

it('a table without rows has no optional columns', () => {
  const columns = [
    { heading: 'A', cell: (row: string) => row },
    { heading: 'B', cell: (row: string) => row, unlessAll: '' },
  ];
  expect(tableOf('T', columns, [])).toEqual({ title: 'T', columns: ['A'], rows: [], dull: [undefined] });
});

it('a cell reads as one text', () => {
  expect(cellText('a', ', ')).toBe('a');
  expect(cellText(['a', 'b'], ', ')).toBe('a, b');
});
