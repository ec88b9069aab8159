import { manifest as reportManifest, run as runReport } from '../../scripts/automations/CNSeriesReport';
import { manifest as supersedeManifest, run as runSupersede } from '../../scripts/automations/CNSeriesSupersede';
import { runAutomation } from '../../scripts/xsoar/automation';
import type { HostEntry } from '../../scripts/xsoar/host';
import { server, type Server, type ServerOptions } from './panorama';

const CHANGES = [
  { action: 'modified', kind: 'NetworkPolicy', namespace: 'shop', name: 'web', uid: 'u1' },
  { action: 'deleted', kind: 'NetworkPolicy', namespace: 'shop', name: 'old', uid: 'u2' },
];
const INCIDENT = { id: '7', type: 'CN-Series Policy Change', rawJSON: JSON.stringify({ changes: CHANGES }) };
const note = (contents: unknown): readonly HostEntry[] => [{ Type: 1, Contents: contents }];

function at(commands: ServerOptions['commands'], more: ServerOptions = {}): Server {
  return server({ incident: INCIDENT, ...more, commands: { setIncident: () => note('done'), ...commands } });
}

describe('CNSeriesReport', () => {
  const report = (on: Server, args: object) =>
    runAutomation(reportManifest, runReport, { args: { cluster: 'shop', ...args }, ...on.host })[0];

  it('tells the authors of the incident, and notes the stage on it', () => {
    const on = at({ 'cnseries-report-outcome': () => note({ Written: 1, Skipped: [] }) });
    expect(report(on, { stage: 'committed' })?.Contents).toEqual({
      Cluster: 'shop',
      Stage: 'committed',
      Events: 1,
      Skipped: [],
    });
    expect(on.executed).toEqual([
      {
        name: 'cnseries-report-outcome',
        args: {
          policies: [{ namespace: 'shop', name: 'web', uid: 'u1' }],
          type: 'Normal',
          reason: 'RulesCommitted',
          message: 'The firewall rules are committed in Panorama, not on the firewalls yet.',
          using: 'shop watcher',
        },
      },
      { name: 'setIncident', args: { cnseriesstate: 'committed' } },
    ]);
  });

  it('a refused policy is told why, from the states of the plan', () => {
    const on = at({ 'cnseries-report-outcome': () => note({ Written: 1, Skipped: ['shop/web: it is gone'] }) });
    const policies = [{ Namespace: 'shop', Name: 'web', UID: 'u1', State: 'refused', Message: 'Wrong key.' }];
    for (const given of [policies, JSON.stringify(policies), policies[0]]) {
      const entry = report(on, { stage: 'applied', policies: given });
      expect(entry?.Contents).toMatchObject({ Events: 1, Skipped: ['shop/web: it is gone'] });
    }
    expect(on.executed[0]?.args).toMatchObject({ reason: 'PolicyRefused', message: 'Wrong key.' });
  });

  it('an incident whose policies are all refused does not look like one that is in place', () => {
    const incident = { ...INCIDENT, rawJSON: JSON.stringify({ changes: CHANGES.slice(0, 1) }) };
    const on = at({ 'cnseries-report-outcome': () => note({ Written: 1, Skipped: [] }) }, { incident });
    const state = { Namespace: 'shop', Name: 'web', UID: 'u1', State: 'refused', Message: 'Wrong key.' };
    const noted = (policies: readonly object[]) => {
      report(on, { stage: 'unchanged', policies });
      return on.executed.filter(({ name }) => name === 'setIncident').at(-1)?.args.cnseriesstate;
    };
    expect(noted([state])).toBe('policy-refused');
    expect(noted([{ ...state, Name: 'other' }])).toBe('unchanged');
  });

  it('a cluster that takes no Events fails nothing, and it is said', () => {
    const on = at({ 'cnseries-report-outcome': () => [{ Type: 4, Contents: 'cannot create events' }] });
    expect(report(on, { stage: 'applied' })).toMatchObject({
      Type: 1,
      Contents: { Events: 0, Skipped: ['cannot create events'] },
    });
  });

  it('an incident that cannot be updated fails nothing, and it is said', () => {
    const commands = {
      'cnseries-report-outcome': () => note({ Written: 1, Skipped: [] }),
      setIncident: () => [{ Type: 4, Contents: 'no such field' }],
    };
    expect(report(at(commands), { stage: 'applied' })?.Contents).toMatchObject({
      Skipped: ['The incident could not be updated: no such field'],
    });
  });

  it.each([
    ['a text with commas', 'No, thanks, not now.', 'No, thanks, not now.'],
    ['a list', ['One.', 'Two.'], 'One. Two.'],
    ['a list as JSON', '["One.","Two."]', 'One. Two.'],
    ['a text that only looks like a list', '[sic] no', ''],
  ])('the reason may be %s', (_title, reason, told) => {
    const on = at({ 'cnseries-report-outcome': () => note({ Written: 1, Skipped: [] }) });
    report(on, { stage: 'rejected', reason });
    expect(on.executed[0]?.args.message).toBe(
      `A security administrator rejected the firewall rules: ${told || '[sic] no'}`,
    );
  });

  it('an unknown stage and broken states are errors', () => {
    expect(report(at({}), { stage: 'done' })).toMatchObject({ Type: 4 });
    expect(report(at({}), { stage: 'applied', policies: '[{"Name": 1}]' })).toMatchObject({
      Type: 4,
      Contents: 'The argument "policies" must be what CNSeries.Plan.Policies holds.',
    });
  });
});

describe('CNSeriesSupersede', () => {
  const supersede = (on: Server) =>
    runAutomation(supersedeManifest, runSupersede, { args: { cluster: 'shop' }, ...on.host })[0];

  function withOpen(ids: readonly string[], more: ServerOptions['commands'] = {}): Server {
    return at({
      getIncidents: () =>
        note({
          total: ids.length,
          data: ids.map((id) => ({ id, CustomFields: { cnseriescluster: id === '4' ? 'test' : 'shop' } })),
        }),
      closeInvestigation: () => note('closed'),
      linkIncidents: () => note('linked'),
      ...more,
    });
  }

  it('closes the older ones and links them; the newer one is named', () => {
    const on = withOpen(['10', '5', '7', '4', '6']);
    expect(supersede(on)?.Contents).toEqual({ Cluster: 'shop', Closed: ['5', '6'], Kept: [], Newer: '10' });
    expect(on.executed.map(({ name, args }) => [name, args.id ?? args.linkedIncidentIDs ?? args.query])).toEqual([
      ['getIncidents', 'type:"CN-Series Policy Change" and -status:closed'],
      ['closeInvestigation', '5'],
      ['setIncident', '5'],
      ['linkIncidents', '5'],
      ['closeInvestigation', '6'],
      ['setIncident', '6'],
      ['linkIncidents', '6'],
    ]);
  });

  it('an incident whose rules are being written stays open', () => {
    const on = withOpen(['5', '6', '7']);
    on.lists.set(
      'CNSeries State shop run',
      '{"value":{"hash":"a","incident":"5","updated":1,"deviceGroup":"shop-cluster"}}',
    );
    expect(supersede(on)?.Contents).toMatchObject({ Closed: ['6'] });
  });

  it('what the closed ones were about is told to their authors from then on', () => {
    const raw = (name: string) =>
      JSON.stringify({ changes: [{ action: 'added', kind: 'NetworkPolicy', namespace: 'shop', name, uid: name }] });
    const own = { id: '7', type: 'CN-Series Policy Change', rawJSON: raw('new') };
    const on = server({
      incident: own,
      commands: {
        getIncidents: () =>
          note({ data: [{ id: '5', rawJSON: raw('old'), CustomFields: { cnseriescluster: 'shop' } }] }),
        closeInvestigation: () => note('closed'),
        linkIncidents: () => note('linked'),
        setIncident: () => note('set'),
        'cnseries-report-outcome': () => note({ Written: 2, Skipped: [] }),
      },
    });
    supersede(on);
    const [entry] = runAutomation(reportManifest, runReport, {
      args: { cluster: 'shop', stage: 'applied' },
      ...on.host,
    });
    expect(entry?.Type).toBe(1);
    const told = on.executed.find(({ name }) => name === 'cnseries-report-outcome');
    expect((told?.args.policies as readonly { name: string }[]).map(({ name }) => name)).toEqual(['new', 'old']);
  });

  const committer = (incident: string) =>
    JSON.stringify({ value: { committed: 1, outOfSync: [], unpushed: true, lagging: [], incident } });
  const applied = (incident: string) => JSON.stringify({ value: { hash: 'a', incident, time: 1, policies: [] } });

  it('those whose rules are not on the firewalls yet stay open, until this one has applied its own', () => {
    const on = withOpen(['5', '6', '7', '3']);
    on.lists.set('CNSeries State shop applied', applied('5'));
    on.lists.set('CNSeries State shop commit', committer('6'));
    expect(supersede(on)?.Contents).toMatchObject({ Closed: ['3'], Kept: ['5', '6'] });
    on.lists.set('CNSeries State shop applied', applied('7'));
    expect(supersede(on)?.Contents).toMatchObject({ Closed: ['3', '5', '6'], Kept: [] });
  });

  it('one that cannot be closed is left, and nothing fails', () => {
    const on = withOpen(['5', '7'], { closeInvestigation: () => [{ Type: 4, Contents: 'not allowed' }] });
    expect(supersede(on)).toMatchObject({ Type: 1, Contents: { Closed: [] } });
  });

  it('in the playground it does nothing', () => {
    const on = server({ incident: undefined });
    expect(supersede(on)?.Contents).toEqual({ Cluster: 'shop', Closed: [], Kept: [], Newer: '' });
    expect(on.executed).toEqual([]);
  });
});
