import { app, policy, rules } from '../support';
import { COMPACT, letsIn, mayCall } from './support';

/** Layer B, and the orders in which the denials of one end stand for it. */

const OUT = [{ ipBlock: { cidr: '203.0.113.0/24' } }];
const ANYONE = policy('a/open', { ...app('open'), ingress: [{}] });
const everywhere = policy('a/free', { ...app('free'), policyTypes: ['Egress'], egress: [{}] });

function order(...objects: Parameters<typeof rules>[0]): string[] {
  return rules(objects, COMPACT).map((rule) => rule.split(':')[0]);
}

it('nothing reaches isolated pods at both ends: there is no rule between them', () => {
  expect(order(mayCall('a/p', 'x', OUT, [443]), letsIn('a/q', 'y', OUT, [80]))).toEqual([
    'C a/p.eg0',
    'D deny-egress',
    'C a/q.in0',
    'D deny-ingress',
  ]);
});

it('senders that may call everywhere come behind the denial of receivers', () => {
  expect(order(everywhere, letsIn('a/q', 'y', OUT, [80]))).toEqual([
    'C a/q.in0',
    'D deny-ingress',
    'C a/free.eg0',
    'D deny-egress',
  ]);
});

it('receivers that are open to everybody come behind the denial of senders', () => {
  expect(order(mayCall('a/p', 'x', OUT, [443]), ANYONE)).toEqual([
    'C a/p.eg0',
    'D deny-egress',
    'C a/open.in0',
    'D deny-ingress',
  ]);
});

it('where both reach isolated pods, these are kept apart first', () => {
  const toAnyone = { ...app('x'), policyTypes: ['Egress'], egress: [{ ports: [{ port: 443 }] }] };
  const fromAnyone = { ...app('y'), ingress: [{ ports: [{ port: 80 }] }] };
  expect(order(policy('a/p', toAnyone), policy('a/q', fromAnyone))).toEqual([
    'B deny-both',
    'C a/p.eg0',
    'C a/q.in0',
    'D deny-egress',
    'D deny-ingress',
  ]);
});

it('pairs come before all of it', () => {
  const objects = [mayCall('a/p', 'x', [app('y')], [80, 81]), letsIn('a/q', 'y', [app('x')], [80, 82])];
  expect(order(...objects)).toEqual(['A a/p.eg0+a/q.in0', 'D deny-egress', 'D deny-ingress']);
});
