import type { Cluster } from '../cluster';
import { Stored, type Change } from '../store/store';
import type { Watch } from '../types';
import { forbiddenField } from '../validate/causes';
import type { KubeObject } from '../values/object';
import { LIST_OPTIONS, objectTest, parseVersion, type ObjectTest, type Query } from './list';
import { apiVersionOf, type Resource } from './resources';
import { objectText } from './serve';
import { expired, invalid } from './status';

/** Seconds that a watch lasts when the client does not say (the server takes 30 to 60 minutes). */
const DEFAULT_TIMEOUT = 1800;

/**
 * Opens a watch: events after `resourceVersion`; without one, or with 0, everything that is there comes first as ADDED.
 * A version that is compacted makes a watch of one ERROR event.
 *
 * @throws ApiError 400 and 422 for wrong options
 */
export function openWatch(cluster: Cluster, resource: Resource, namespace: string, query: Query): Watch {
  checkOptions(query);
  const test = objectTest(resource, query);
  const prefix = namespace === '' ? '' : `${namespace}/`;
  const asked = parseVersion(query.resourceVersion ?? '');
  const reader = new Reader(cluster, resource, prefix, test, asked);
  const seconds = Number(query.timeoutSeconds ?? '');
  return {
    timeoutSeconds: seconds > 0 ? seconds : DEFAULT_TIMEOUT,
    next: () => reader.next(),
    isOver: () => reader.isOver(),
    bookmark: () => (query.allowWatchBookmarks === 'true' ? reader.bookmark() : ''),
  };
}

/** All that a watch has to say now, as one body: what a client reads whose time ran out. */
export function finishedBody(watch: Watch): string {
  return watch.next() + watch.bookmark();
}

function checkOptions(query: Query): void {
  // Servers before the feature WatchList refuse it; clients fall back to list and watch.
  if (query.sendInitialEvents !== undefined) {
    const why = 'sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled';
    throw invalid(LIST_OPTIONS, '', [forbiddenField('sendInitialEvents', why)]);
  }
  if ((query.resourceVersionMatch ?? '') !== '') {
    const why = 'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided';
    throw invalid(LIST_OPTIONS, '', [forbiddenField('resourceVersionMatch', why)]);
  }
}

/** Reads on from where it stopped. */
class Reader {
  private version: number;
  private state: 'initial' | 'following' | 'expired';

  constructor(
    private readonly cluster: Cluster,
    private readonly resource: Resource,
    private readonly prefix: string,
    private readonly test: ObjectTest,
    asked: number,
  ) {
    this.state = asked === 0 ? 'initial' : 'following';
    this.version = asked;
  }

  next(): string {
    const { store } = this.cluster;
    const lines: string[] = [];
    if (this.state === 'following' && this.version < store.compacted) {
      this.state = 'expired';
      const { status } = expired(`too old resource version: ${this.version} (${store.compacted})`);
      return line('ERROR', JSON.stringify(status));
    }
    if (this.state === 'expired') return '';
    if (this.state === 'initial') {
      this.state = 'following';
      for (const [, stored] of store.scan(this.resource.storage, this.prefix)) {
        if (this.test(stored)) lines.push(line('ADDED', objectText(this.resource, stored)));
      }
    } else {
      for (const change of store.changesSince(this.resource.storage, this.version)) lines.push(this.event(change));
    }
    this.version = Math.max(this.version, store.version);
    return lines.join('');
  }

  isOver(): boolean {
    return this.state === 'expired';
  }

  /** Where the client may start its next watch. */
  bookmark(): string {
    if (this.state === 'expired') return '';
    const { kind } = this.resource;
    const metadata = { resourceVersion: String(this.version), creationTimestamp: null };
    return line('BOOKMARK', JSON.stringify({ kind, apiVersion: apiVersionOf(this.resource), metadata, spec: {} }));
  }

  /** What a change is for this client: an object that no longer matches its selectors is gone. */
  private event({ key, before, after, version }: Change): string {
    if (!key.startsWith(this.prefix)) return '';
    const was = before !== undefined && this.test(before);
    const is = after !== undefined && this.test(after);
    if (is) return line(was ? 'MODIFIED' : 'ADDED', objectText(this.resource, after));
    if (!was) return '';
    return line('DELETED', objectText(this.resource, new Stored(atVersion(before.object, version))));
  }
}

const atVersion = (object: KubeObject, version: number): KubeObject => ({
  ...object,
  metadata: { ...object.metadata, resourceVersion: String(version) },
});

const line = (type: string, object: string): string => `{"type":"${type}","object":${object}}\n`;
