import { textOf } from '../../../tools/lab/xsoar';
import {
  agreeing,
  diligent,
  ends,
  everything,
  inPlace,
  isLocked,
  names,
  outcome,
  reference,
  setProfile,
  settle,
} from '../adversity';
import { apply, fetch, policy } from '../support';
import { CHANGE, OPEN, changing, lastError, nobody } from './changing';

/** What the cluster, the settings and damaged lists do to a change. */

const NOTHING = reference([]);
const WANTED = reference([CHANGE]);

describe('the cluster', () => {
  it('policies that change between two slices, their snapshot gone: what was written is undone, then all is planned anew', () => {
    const path = inPlace({ behaviour: { commandMilliseconds: 2500 } });
    apply(path, [CHANGE]);
    fetch(path);
    const isHalf = () => path.server.list('CNSeries State shop run')?.includes('"phase":"') === true;
    while (!isHalf()) if (!path.server.step()) path.server.advance(5000);
    const more = [1, 2, 3, 4].map((number) => policy(`more-${number}`, 7100 + number));
    for (const one of more) {
      apply(path, [one]);
      path.server.command('!cnseries-get-snapshot using="shop watcher"', 'alice');
    }
    expect(names(settle(path))).toEqual([]);
    const titles = path.server.incident('2').entries.map(({ HumanReadable }) => textOf(HumanReadable).split('\n')[0]);
    expect(titles.filter((title) => title === '## The plan has changed: shop')).toHaveLength(1);
    expect(outcome(path)).toEqual(reference([CHANGE, ...more]));
  });

  it('… and where the new plan is rejected, nothing is left half written or locked', () => {
    const path = inPlace({ behaviour: { commandMilliseconds: 2500 } });
    apply(path, [CHANGE]);
    fetch(path);
    while (path.server.list('CNSeries State shop run')?.includes('"phase":"') !== true) {
      if (!path.server.step()) path.server.advance(5000);
    }
    apply(path, [OPEN]);
    for (const number of [1, 2, 3, 4]) {
      apply(path, [policy('more', 7100 + number)]);
      path.server.command('!cnseries-get-snapshot using="shop watcher"', 'alice');
    }
    settle(path, (task) => (task.kind === 'collection' ? { '0': 'Reject', '1': 'No.' } : agreeing(task)));
    expect(ends(path)).toEqual(['closed rejected']);
    expect(isLocked(path)).toBe(false);
    expect(path.admin({ type: 'op', cmd: '<check><pending-changes></pending-changes></check>' })).toContain('no');
    expect(outcome(path)).toEqual(NOTHING);
  });

  it('a watcher that may no longer list policies plans nothing, and the task leads to the missing right', () => {
    const path = changing();
    const status = { kind: 'status', code: 403, reason: 'Forbidden', message: 'no' } as const;
    path.kubernetesFaults([{ fault: status, path: 'networkpolicies', times: 1000 }]);
    expect(names(settle(path))).toEqual(['Resolve Why There Is No Plan']);
    expect(lastError(path, '2')).toContain('verbs: ["list"]');
    expect(outcome(path)).toEqual(NOTHING);
    path.kubernetesFaults([]);
    settle(path, diligent);
    expect(outcome(path)).toEqual(WANTED);
  });

  it('another cluster behind the same name is refused', () => {
    const path = changing();
    const known = { uid: 'another', foreignHash: '' };
    path.server.setList('CNSeries State shop identity', JSON.stringify({ value: known }));
    expect(names(settle(path))).toEqual(['Resolve Why There Is No Plan']);
    expect(lastError(path, '2')).toContain('Another cluster stands behind the watcher');
    expect(outcome(path)).toEqual(NOTHING);
  });
});

describe('settings and lists', () => {
  it.each([
    ['True', false, []],
    ['', true, []],
    ['', false, ['Commit the Rules']],
    ['false', true, ['Commit the Rules']],
    ['yes', true, ['Commit the Rules']],
  ] as const)('the input AutoCommit "%s" with autoCommit %s in the profile', (input, automatic, asked) => {
    const path = inPlace();
    setProfile(path, { autoCommit: automatic, autoPush: true });
    apply(path, [CHANGE]);
    const [id = ''] = fetch(path);
    const { name, type, rawJSON, fields } = path.server.incident(id);
    path.server.command('!closeInvestigation', 'alice', id);
    path.server.run();
    path.server.start(path.server.createIncident({ name, type, rawJSON, fields }), { AutoCommit: input });
    expect(names(settle(path, nobody))).toEqual(asked);
  });

  it.each([
    ['run', 'broken {'],
    ['applied', '{"value":{}}'],
    ['commit', '{"value":{}}'],
    ['push', '{"value":{}}'],
    ['verify', '{"parts":[{"list":"gone","hash":"x"}]}'],
    ['identity', '{"value":{}}'],
    ['carried', 'broken {'],
  ])('the list of "%s", damaged: either it does no harm, or its name and what to do are told', (kind, content) => {
    const path = changing();
    const list = `CNSeries State shop ${kind}`;
    path.server.setList(list, content);
    const waiting = names(settle(path));
    if (waiting.length > 0) {
      expect(lastError(path, '2')).toMatch(
        new RegExp(`"${list}", in which this pack remembers its runs, is damaged. (Delete it|Put it back)`),
      );
      path.server.setList(list, '');
      expect(names(settle(path, diligent))).toEqual([]);
    }
    expect(ends(path)).toEqual(['closed effective']);
    expect(outcome(path)).toEqual(WANTED);
  });
});

it('no token and no key gets anywhere where somebody could read it, whatever fails', () => {
  const path = inPlace();
  apply(path, [CHANGE]);
  path.panoramaFaults([{ fault: { kind: 'lost-request' }, from: 5, times: 30 }]);
  path.kubernetesFaults([
    {
      fault: { kind: 'status', code: 401, reason: 'Unauthorized', message: 'watcher-token' },
      path: 'events',
      times: 50,
    },
  ]);
  fetch(path);
  settle(path, diligent);
  const texts = everything(path);
  for (const secret of ['watcher-token', 'key-svc-k8s', 'admin-token']) expect(texts).not.toContain(secret);
});
