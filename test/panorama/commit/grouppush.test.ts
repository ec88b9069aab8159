import type { Device } from '../../../scripts/panorama/api/devices';
import type { Job, JobDevice } from '../../../scripts/panorama/api/jobs';
import { groupPush, lookedAt } from '../../../scripts/panorama/commit/grouppush';

/** How a firewall fared that was away when the push began. */

const AWAY: Device = { serial: '2', name: 'fw-2', deviceGroup: 'shop-cluster', connected: false, inSync: false };

function stateOf(said: Pick<JobDevice, 'status' | 'result' | 'errors'>): string {
  const push = { ...groupPush('shop-cluster', [AWAY]), state: 'under-way' as const, job: '9' };
  const job: Job = {
    id: '9',
    type: 'CommitAll',
    user: 'svc-k8s',
    description: '',
    status: 'finished',
    result: 'ok',
    details: [],
    warnings: [],
    devices: [{ serial: '2', name: 'fw-2', warnings: [], ...said }],
  };
  return lookedAt(push, job, 1000).devices[0].state;
}

it.each<[string, Pick<JobDevice, 'status' | 'result' | 'errors'>, string]>([
  ['is said to be away', { status: 'device not connected', result: 'failed', errors: [] }, 'disconnected'],
  ['fails, and nothing says why', { status: 'commit failed', result: 'failed', errors: [] }, 'disconnected'],
  ['never answers', { status: '', result: 'pending', errors: [] }, 'disconnected'],
  ['came back and refused it', { status: 'commit failed', result: 'failed', errors: ['rule x is invalid'] }, 'failed'],
  ['came back and took it', { status: 'commit succeeded', result: 'ok', errors: [] }, 'succeeded'],
])('a firewall that was away and %s', (_what, said, state) => {
  expect(stateOf(said)).toBe(state);
});
