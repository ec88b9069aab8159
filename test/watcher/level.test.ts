import { fc } from '../support/seed';
import type { IncidentData } from '../../scripts/watcher/watch/incident';
import { runIntegration } from '../../scripts/watcher/run';
import { FakeApi, hostFor, newInstance, status } from './fakeapi';
import { pod, policy } from './objects';

/** What happens between two fetches, or to one. */
type Step =
  | { readonly kind: 'put' | 'remove' | 'replace'; readonly name: string; readonly from: string }
  | { readonly kind: 'pod'; readonly app: string }
  | { readonly kind: 'fetch'; readonly minutes: number }
  | { readonly kind: 'failing fetch'; readonly request: number }
  | { readonly kind: 'forget history' | 'lose memory' | 'repeat events' };

const names = fc.constantFrom('a', 'b', 'c', 'd');

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('put' as const), name: names, from: names }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), name: names, from: names }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('replace' as const), name: names, from: names }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pod' as const), app: names }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('fetch' as const), minutes: fc.constantFrom(1, 6) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('failing fetch' as const), request: fc.nat(12) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('forget history', 'lose memory', 'repeat events' as const),
    }),
  },
);

/** A cluster, an instance, and somebody who believes the incidents. */
class World {
  readonly api = new FakeApi();
  readonly instance = newInstance();
  /** Policies by name, as the incidents tell: `uid version` at the last change. */
  readonly believed = new Map<string, string>();
  private doubled = false;

  constructor() {
    this.api.faults.push((line) => (this.doubled && line.includes('watch=') ? this.doubledEvents(line) : undefined));
  }

  run(next: Step): void {
    switch (next.kind) {
      case 'put':
        this.api.put('networkpolicies', policy('shop', next.name, next.from));
        break;
      case 'remove':
        if (this.has(next.name)) this.api.remove('networkpolicies', `shop/${next.name}`);
        break;
      case 'replace':
        if (this.has(next.name)) this.api.remove('networkpolicies', `shop/${next.name}`);
        this.api.put('networkpolicies', policy('shop', next.name, next.from));
        break;
      case 'pod':
        this.api.put('pods', pod('shop', `pod-${next.app}`, { app: next.app }, '10.244.0.5'));
        break;
      case 'fetch':
        this.fetch(next.minutes);
        break;
      case 'failing fetch':
        this.failingFetch(next.request);
        break;
      case 'forget history':
        this.api.oldest = 1e9;
        break;
      case 'lose memory':
        this.instance.lastRun = {};
        break;
      case 'repeat events':
        this.doubled = true;
        break;
    }
  }

  fetch(minutes: number): void {
    this.instance.time += minutes * 60000;
    const host = hostFor(this.instance, (request) => this.api.handle(request), 'fetch-incidents');
    const raised = JSON.parse(String(runIntegration(host))) as { readonly rawJSON: string }[];
    this.api.oldest = 0;
    this.doubled = false;
    for (const { rawJSON } of raised) this.believe(JSON.parse(rawJSON) as IncidentData);
  }

  /** What the cluster really holds. */
  actual(): Map<string, string> {
    return new Map(this.api.all('networkpolicies').map(({ metadata }) => [metadata.name, String(metadata.uid)]));
  }

  private failingFetch(request: number): void {
    let left = request;
    const fault = (): ReturnType<typeof status> | undefined => (left-- > 0 ? undefined : status(403, 'not now'));
    this.api.faults.unshift(fault);
    try {
      this.fetch(1);
    } catch (error) {
      expect(String(error)).toContain('(status 403: ');
    } finally {
      this.api.faults = this.api.faults.filter((other) => other !== fault);
    }
  }

  private believe({ reason, changes }: IncidentData): void {
    if (reason === 'first') this.believed.clear();
    for (const { kind, action, name, uid } of changes) {
      if (kind !== 'NetworkPolicy') continue;
      if (action === 'deleted') this.believed.delete(name);
      else this.believed.set(name, uid);
    }
  }

  private doubledEvents(line: string): ReturnType<FakeApi['handle']> {
    this.doubled = false;
    const answer = this.api.handle({
      method: 'GET',
      url: `https://kubernetes.test${line.slice('GET '.length)}`,
      headers: { Authorization: 'Bearer token-1' },
      body: '',
      trust: 'verify',
      route: 'direct',
      timeoutMilliseconds: 0,
    });
    this.doubled = true;
    return { ...answer, body: answer.body + answer.body };
  }

  private has(name: string): boolean {
    return this.api.all('networkpolicies').some(({ metadata }) => metadata.name === name);
  }
}

it('whoever believes the incidents knows the policies, whatever goes wrong in between', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const world = new World();
      for (const next of steps) world.run(next);
      world.fetch(1);
      world.fetch(6);
      expect(world.believed).toEqual(world.actual());
      const before = world.instance.lastRun;
      world.fetch(6);
      expect({ ...world.instance.lastRun, checkedAt: '' }).toEqual({ ...before, checkedAt: '' });
    }),
    { numRuns: 300, seed: 7 },
  );
});
