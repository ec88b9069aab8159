import { openXsoar } from '../../tools/demo/xsoar';
import { agree, apply, expectedRules, fetch, policy, ruleNames, settled, statesOf } from './support';

/** A server that stops loses nothing. */

it('a server that stops at any task goes on after the restart, to the same end', () => {
  const reference = expectedRules([policy('new', 7001)]);
  for (let stop = 3; stop < 60; stop += 8) {
    const path = settled();
    apply(path, [policy('new', 7001)]);
    fetch(path);
    let isOver = false;
    for (let steps = 0; steps < stop && !isOver; steps++)
      isOver = !path.server.step() && path.server.waiting().length > 0;
    const snapshot = path.server.snapshot();
    const after = { ...path, server: openXsoar(path.world) };
    after.server.restore(snapshot);
    agree(after);
    expect(statesOf(after).map(([, status]) => status)).toEqual(['closed', 'closed']);
    expect(ruleNames(after)).toEqual(reference);
  }
});
