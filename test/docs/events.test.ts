import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { outcomeEvents, STAGES } from '../../scripts/case/outcomes';

const PAGE = readFileSync(resolve(__dirname, '../../docs/attributes.md'), 'utf8');

it('authors find each reason of an Event in the page on attributes, and no other', () => {
  const change = { kind: 'NetworkPolicy', action: 'modified', namespace: 'shop', name: 'web', uid: 'u' } as const;
  const words = { reason: '', where: '' };
  const refused = { Namespace: 'shop', Name: 'api', UID: 'v', State: 'refused', Code: '', Message: '' } as const;
  const events = STAGES.flatMap((stage) => outcomeEvents(stage, [change], [refused], words));
  const [, section = ''] = /## What Events say\n([\s\S]*)/.exec(PAGE) ?? [];
  const rows = [...section.matchAll(/^\| (`[^|]+`) +\|/gm)].flatMap(([, cell = '']) => cell.split(', '));
  expect(rows.sort()).toEqual([...new Set(events.map(({ reason }) => `\`${reason}\``))].sort());
});
