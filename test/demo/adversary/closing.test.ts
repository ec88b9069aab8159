import type { Manifest } from '../../../tools/lab/kubernetes';
import type { WaitingTask } from '../../../tools/lab/xsoar';
import { agreeing, ends, inPlace, live, names, setProfile, settle, type Adversity, type Person } from '../adversity';
import { apply, fetch, policy, ruleNames, SHOP } from '../support';
import { CHANGE, data } from './changing';

/** A pod of another namespace takes the exact rules from a live policy: a person decides, and nobody else waits. */

const podWith = (label: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { namespace: 'kube-system', name: 'odd', labels: { 'k8s-app': label } },
  spec: { containers: [{ name: 'main', image: 'odd' }] },
});
const ODD = podWith('KUBE-DNS');
const FORM = 'Decide About Policies Without Exact Rules';

const deciding =
  (decision: string): Person =>
  (task: WaitingTask) =>
    task.name === FORM ? { '0': decision } : agreeing(task);

const undecided: Person = (task) => (task.name === FORM ? undefined : agreeing(task));

/** The rules of `shop/names`, which lets the shop ask the name servers. */
const ofNames = (path: Adversity) => ruleNames(path).filter((name) => name.includes('.shop.names.eg-'));

function losing(): Adversity {
  const path = inPlace();
  expect(ofNames(path)).toHaveLength(1);
  apply(path, [ODD, CHANGE]);
  fetch(path);
  return path;
}

it('the change of somebody else is effective before anybody decides, and the rules are as they were', () => {
  const path = losing();
  const before = live(path);
  expect(names(settle(path, undecided))).toEqual([FORM]);
  expect(ruleNames(path)).toEqual(expect.arrayContaining([expect.stringContaining('.shop.new.')]));
  expect(live(path)).toEqual(expect.arrayContaining([...before]));
  expect(ofNames(path)).toHaveLength(1);
  expect(data(path, '!CNSeriesPlan cluster=shop', 'alice')).toMatchObject({
    Asks: true,
    VerdictText: expect.stringContaining('its rules stay as they are') as unknown,
  });
});

it('once somebody decides to close it, its entry is gone from the firewalls, and the pods stay isolated', () => {
  const path = losing();
  settle(path, deciding('Close'));
  expect(ends(path)).toEqual(['closed effective']);
  expect(ofNames(path)).toEqual([]);
  expect(data(path, '!CNSeriesPlan cluster=shop', 'alice')).toMatchObject({ State: 'unchanged', Asks: false });
});

it('who leaves it as it is is asked no more, and may close it later', () => {
  const path = losing();
  settle(path, deciding('Leave'));
  expect(ends(path)).toEqual(['closed effective']);
  expect(ofNames(path)).toHaveLength(1);
  expect(data(path, '!CNSeriesPlan cluster=shop', 'alice')).toMatchObject({ State: 'unchanged', Asks: false });
  expect(data(path, '!CNSeriesClose cluster=shop policies=shop/names', 'analyst')).toMatchObject({
    Decision: 'refused',
  });
  expect(data(path, '!CNSeriesClose cluster=shop policies=shop/names', 'alice')).toMatchObject({ Decision: 'close' });
  expect(data(path, '!CNSeriesPlan cluster=shop', 'alice').State).not.toBe('unchanged');
});

it('a policy that nobody is asked about is not closed', () => {
  const path = losing();
  settle(path, undecided);
  expect(data(path, '!CNSeriesClose cluster=shop policies=shop/basket', 'alice').error).toContain(
    'The policy "shop/basket" waits for no decision.',
  );
});

it('when the pod is gone, the policy is whole again, and would be asked about anew', () => {
  const path = losing();
  settle(path, deciding('Close'));
  path.server.advance(600_000);
  apply(path, [podWith('other'), policy('newer', 7002)]);
  fetch(path);
  settle(path);
  expect(ofNames(path)).toHaveLength(1);
  expect(path.server.list('CNSeries State shop closings')).toContain('"closed":[]');
});

describe('a decision', () => {
  const plan = (path: Adversity) => data(path, '!CNSeriesPlan cluster=shop', 'alice');

  it('ends with what it was about, though nothing is applied', () => {
    const path = losing();
    settle(path, deciding('Leave'));
    apply(path, [podWith('other')]);
    expect(plan(path)).toMatchObject({ State: 'unchanged', Asks: false });
    apply(path, [ODD]);
    expect(plan(path)).toMatchObject({ Asks: true, Asked: ['shop/names'] });
  });

  it('that is rejected with its plan closes nothing, and no incident says that it is effective', () => {
    const path = losing();
    settle(path, undecided);
    setProfile(path, { guardRails: { approveAlways: true } });
    const rejecting: Person = (task) =>
      task.name === 'Approve the Plan' ? { '0': 'Reject', '1': 'not now' } : deciding('Close')(task);
    expect(names(settle(path, rejecting))).toEqual(['Bring the Closing to an End']);
    expect(ofNames(path)).toHaveLength(1);
    expect(path.server.incident('2').status).toBe('active');
  });

  it('is about the policies that were shown', () => {
    const path = losing();
    settle(path, undecided);
    path.server.setList(
      'CNSeries State shop closings',
      JSON.stringify({
        value: {
          asked: [...askedIn(path), { namespace: 'shop', name: 'basket', uid: 'x' }],
          closed: [],
          left: [],
        },
      }),
    );
    settle(path, deciding('Close'));
    const closed = path.server.list('CNSeries State shop closings') ?? '';
    expect(closed).toContain('"name":"names"');
    expect(JSON.parse(closed)).toMatchObject({ value: { closed: [{ name: 'names' }] } });
  });

  it('of somebody without the role any more is none', () => {
    const path = losing();
    settle(path, undecided);
    data(path, '!CNSeriesClose cluster=shop', 'alice');
    setProfile(path, { approverRoles: ['Firewall Owner'] });
    expect(plan(path)).toMatchObject({ Asks: true });
  });

  it('cannot be planted, or its question taken away, by objects that are handed over', () => {
    const path = losing();
    settle(path, undecided);
    data(path, '!CNSeriesPlan cluster=shop objects=`{"kind":"List","apiVersion":"v1","items":[]}`', 'analyst');
    expect(data(path, '!CNSeriesClose cluster=shop', 'alice')).toMatchObject({ Policies: ['shop/names'] });
  });

  it.each(['{"asked":[],"closed":{},"left":[]}', '{"asked":[],"closed":[null],"left":[]}'])(
    'in a damaged list is told as that: %s',
    (value) => {
      const path = losing();
      path.server.setList('CNSeries State shop closings', `{"value":${value}}`);
      expect(plan(path).error).toContain('then get their old rules back');
    },
  );

  function askedIn(path: Adversity): readonly object[] {
    const list = JSON.parse(path.server.list('CNSeries State shop closings') ?? '') as {
      readonly value: { readonly asked: readonly object[] };
    };
    return list.value.asked;
  }
});

it('a policy that was created anew has a version to come back to', () => {
  const path = inPlace();
  const [names] = SHOP.filter(({ metadata }) => (metadata as { readonly name?: string }).name === 'names');
  path.kubectl.deletePolicy('shop', 'names');
  apply(path, [names]);
  fetch(path);
  settle(path);
  path.server.advance(600_000);
  apply(path, [ODD, CHANGE]);
  fetch(path);
  settle(path, undecided);
  expect(ofNames(path)).toHaveLength(1);
  expect(data(path, '!CNSeriesPlan cluster=shop', 'alice')).toMatchObject({ Asked: ['shop/names'] });
});
