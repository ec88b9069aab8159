import type { Manifest } from '../../../tools/lab/kubernetes';
import type { WaitingTask } from '../../../tools/lab/xsoar';
import { agreeing, ends, inPlace, live, names, settle, type Adversity, type Person } from '../adversity';
import { apply, fetch, policy, ruleNames } from '../support';
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
  expect(data(path, '!CNSeriesClose cluster=shop', 'analyst')).toMatchObject({ Decision: 'refused' });
  expect(data(path, '!CNSeriesClose cluster=shop', 'alice')).toMatchObject({ Decision: 'close' });
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
