import { agreeing, ends, names, outcome, reference, settle, stepInto, type Person } from '../adversity';
import { apply, fetch, policy } from '../support';
import { APPROVE_ALWAYS, CHANGE, OPEN, changing, nobody } from './changing';

/** What other incidents do to a change; the rules must be right, or somebody asked. */

const EVERY = process.env.CNSERIES_CASES !== undefined;
const WANTED = reference([CHANGE]);

describe('two incidents', () => {
  it('wherever the first one is when the second one comes, both changes are on the firewalls at the end', () => {
    const other = policy('other', 7002);
    const wanted = reference([CHANGE, other]);
    for (let steps = 4; steps < 80; steps += EVERY ? 1 : 13) {
      const path = changing();
      stepInto(path, '2', steps);
      apply(path, [other]);
      fetch(path);
      expect([steps, names(settle(path))]).toEqual([steps, []]);
      expect(path.server.incidents().map(({ status }) => status)).toEqual(['closed', 'closed', 'closed']);
      expect(ends(path).at(-1)).toBe('closed effective');
      expect([steps, outcome(path)]).toEqual([steps, wanted]);
    }
  });

  it('rules that stand in Panorama go on to the firewalls although the next change is rejected', () => {
    const rejecting: Person = (task) =>
      task.kind === 'collection' ? { '0': 'Reject', '1': 'Too much.' } : agreeing(task);
    for (let steps = 18; steps < 80; steps += EVERY ? 1 : 19) {
      const path = changing();
      stepInto(path, '2', steps);
      apply(path, [OPEN]);
      fetch(path);
      expect([steps, names(settle(path, rejecting))]).toEqual([steps, []]);
      expect(ends(path).at(-1)).toBe('closed rejected');
      expect([steps, outcome(path)]).toEqual([steps, WANTED]);
    }
  });

  it('the author of a change that another incident took over hears of its end, too', () => {
    const path = changing(APPROVE_ALWAYS);
    expect(names(settle(path, nobody))).toEqual(['Approve the Plan']);
    apply(path, [policy('other', 7002)]);
    fetch(path);
    settle(path);
    expect(ends(path)).toEqual(['closed superseded', 'closed effective']);
    expect(path.kubectl.eventsOf('shop', 'new').at(-1)?.reason).toBe('Effective');
  });
});
