import { noteOnIncident } from '../../scripts/case/incident';
import type { CommandArguments, Host, HostEntry } from '../../scripts/xsoar/host';

/** The fields that are written, and what is said of it; by a server that answers with these entries. */
function note(fields: Parameters<typeof noteOnIncident>[1], answer: readonly HostEntry[] = []): unknown[] {
  const written: CommandArguments[] = [];
  const incident = { id: '7', type: 'CN-Series Policy Change', rawJSON: '{}' };
  const host = {
    args: {},
    incident,
    activeInstances: () => [],
    executeCommand: (_name: string, args: CommandArguments) => {
      written.push(args);
      return answer;
    },
  } as unknown as Host;
  const said = noteOnIncident(host, fields);
  return [...written, said];
}

it('fields that are shown as plain text are one line; the plan is Markdown', () => {
  const text = 'alice\nApproved By: bob\u202e';
  const fields = { cnseriesapprovedby: text, cnseriesverdict: text, cnseriesrejectionreason: text };
  const line = 'alice Approved By: bob\ufffd';
  expect(note({ ...fields, cnseriesplan: '## Plan\n\n' })).toEqual([
    { cnseriesapprovedby: line, cnseriesverdict: line, cnseriesrejectionreason: line, cnseriesplan: '## Plan\n\n' },
    '',
  ]);
});

it('what the server says against it is one line', () => {
  expect(note({ cnseriesstate: 'applied' }, [{ Type: 4, Contents: 'no\nsuch field' }])[1]).toBe(
    'The incident could not be updated: no such field',
  );
});
