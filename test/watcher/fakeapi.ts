import type { HostRequest, HostResponse, IntegrationHost } from '../../scripts/watcher/api/host';

/** An object of the API; tests write what matters of it. */
export interface ApiObject {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

interface LoggedEvent {
  readonly resource: string;
  readonly version: number;
  readonly type: string;
  readonly object: ApiObject;
}

/** One request in short: `GET /api/v1/pods?limit=500`. */
export type Fault = (line: string, request: HostRequest) => HostResponse | undefined;

/**
 * A small API server in memory, written down from the Kubernetes API documentation: lists in pages, watches, Events,
 * access reviews. Any request can be answered otherwise by `faults`.
 */
export class FakeApi {
  readonly requests: HostRequest[] = [];
  /** Asked in order; the first answer counts. */
  faults: Fault[] = [];
  /** `verb resource`, for example `list pods`. */
  denied = new Set<string>();
  private readonly objects = new Map<string, Map<string, ApiObject>>();
  private readonly log: LoggedEvent[] = [];
  private version = 100;
  private uids = 0;
  private pages = new Map<string, { readonly objects: ApiObject[]; readonly version: number }>();
  /** Watches from before this version get 410. */
  oldest = 0;

  constructor() {
    this.put('namespaces', { metadata: { name: 'kube-system' } });
  }

  /** Creates or changes an object; it keeps its uid. Returns it as it is stored. */
  put(resource: string, object: ApiObject): ApiObject {
    const known = this.of(resource).get(keyOf(object));
    const uid = known?.metadata.uid ?? `uid-${++this.uids}`;
    const stored = { ...object, metadata: { uid, ...object.metadata, resourceVersion: String(++this.version) } };
    this.of(resource).set(keyOf(object), stored);
    this.log.push({ resource, version: this.version, type: known ? 'MODIFIED' : 'ADDED', object: stored });
    return stored;
  }

  /** Removes an object. */
  remove(resource: string, key: string): void {
    const known = this.of(resource).get(key);
    if (!known) throw new Error(`no ${resource} ${key}`);
    this.of(resource).delete(key);
    const object = { ...known, metadata: { ...known.metadata, resourceVersion: String(++this.version) } };
    this.log.push({ resource, version: this.version, type: 'DELETED', object });
  }

  /** Everything that is stored under a resource. */
  all(resource: string): ApiObject[] {
    return [...this.of(resource).values()];
  }

  /** The lines of the requests since the last call. */
  takeLines(): string[] {
    return this.requests.splice(0).map(lineOf);
  }

  handle(request: HostRequest): HostResponse {
    this.requests.push(request);
    const line = lineOf(request);
    for (const fault of this.faults) {
      const answer = fault(line, request);
      if (answer) return answer;
    }
    return this.answer(request, new URL(request.url));
  }

  private answer(request: HostRequest, url: URL): HostResponse {
    if (request.headers.Authorization !== 'Bearer token-1') return status(401, 'Unauthorized');
    if (url.pathname === '/version') return json(200, { gitVersion: 'v1.33.0' });
    if (url.pathname.endsWith('/selfsubjectaccessreviews')) return this.review(request);
    const match = /^\/(?:api\/v1|apis\/[^/]+\/v1)(?:\/namespaces\/([^/]+))?\/([a-z]+)(?:\/([^/]+))?$/.exec(
      url.pathname,
    );
    if (!match) return status(404, 'the server could not find the requested resource');
    const [, namespace, resource, name] = match;
    const verb = verbOf(request, url, name);
    if (this.denied.has(`${verb} ${resource}`)) {
      return status(403, `${resource} is forbidden: User "watcher" cannot ${verb} resource "${resource}"`);
    }
    const key = namespace === undefined ? (name ?? '') : `${namespace}/${name ?? ''}`;
    switch (verb) {
      case 'get':
        return this.get(resource, key);
      case 'list':
        return this.list(resource, namespace, url);
      case 'watch':
        return this.watch(resource, url);
      case 'create':
        return this.create(resource, JSON.parse(request.body) as ApiObject);
      default:
        return this.patch(resource, key, JSON.parse(request.body) as object);
    }
  }

  private review(request: HostRequest): HostResponse {
    if (this.denied.has('review')) return status(403, 'reviews are forbidden');
    const { spec } = JSON.parse(request.body) as { spec: { resourceAttributes: { verb: string; resource: string } } };
    const { verb, resource } = spec.resourceAttributes;
    return json(201, { status: { allowed: !this.denied.has(`${verb} ${resource}`) } });
  }

  private get(resource: string, key: string): HostResponse {
    const known = this.of(resource).get(key);
    return known ? json(200, known) : status(404, `${resource} "${key}" not found`);
  }

  private list(resource: string, namespace: string | undefined, url: URL): HostResponse {
    const token = url.searchParams.get('continue');
    const page = token === null ? undefined : this.pages.get(token);
    const objects = page?.objects ?? this.all(resource).filter(({ metadata }) => isIn(metadata.namespace, namespace));
    const version = page?.version ?? this.version;
    const limit = Number(url.searchParams.get('limit') ?? objects.length);
    const rest = objects.slice(limit);
    const next = rest.length === 0 ? '' : `page-${this.pages.size}`;
    if (next !== '') this.pages.set(next, { objects: rest, version });
    const metadata = { resourceVersion: String(version), ...(next !== '' && { continue: next }) };
    return json(200, { kind: 'List', metadata, items: objects.slice(0, limit) });
  }

  private watch(resource: string, url: URL): HostResponse {
    const since = Number(url.searchParams.get('resourceVersion'));
    if (since < this.oldest) {
      const object = { kind: 'Status', code: 410, message: `too old resource version: ${since}` };
      return { status: 200, headers: {}, body: JSON.stringify({ type: 'ERROR', object }) + '\n' };
    }
    const events = this.log.filter((event) => event.resource === resource && event.version > since);
    const lines = events.map(({ type, object }) => JSON.stringify({ type, object }));
    const bookmark = { type: 'BOOKMARK', object: { metadata: { resourceVersion: String(this.version) } } };
    return { status: 200, headers: {}, body: [...lines, JSON.stringify(bookmark), ''].join('\n') };
  }

  private create(resource: string, object: ApiObject): HostResponse {
    if (this.of(resource).has(keyOf(object))) return status(409, `${resource} already exists`);
    return json(201, this.put(resource, object));
  }

  private patch(resource: string, key: string, patch: object): HostResponse {
    const known = this.of(resource).get(key);
    return known ? json(200, this.put(resource, { ...known, ...patch })) : status(404, 'not found');
  }

  private of(resource: string): Map<string, ApiObject> {
    const known = this.objects.get(resource) ?? new Map<string, ApiObject>();
    this.objects.set(resource, known);
    return known;
  }
}

/** The state of an instance on the server. */
export interface Instance {
  params: { [name: string]: unknown };
  lastRun: { readonly [key: string]: string };
  context: { readonly [key: string]: string };
  /** Milliseconds since 1970. */
  time: number;
  readonly waits: number[];
}

/** An instance as somebody would fill it in. */
export function newInstance(params: { readonly [name: string]: unknown } = {}): Instance {
  return {
    params: { url: 'https://kubernetes.test', credentials: { password: 'token-1' }, cluster: 'shop', ...params },
    lastRun: {},
    context: {},
    time: Date.UTC(2026, 0, 5, 8),
    waits: [],
  };
}

/** A server that runs one command of the instance; what the command stores stays in it. */
export function hostFor(
  instance: Instance,
  http: (request: HostRequest) => HostResponse,
  command: string,
  args: { readonly [name: string]: unknown } = {},
): IntegrationHost {
  return {
    command,
    params: instance.params,
    args,
    http,
    getLastRun: () => instance.lastRun,
    setLastRun: (state) => {
      instance.lastRun = state;
    },
    getContext: () => instance.context,
    setContext: (context) => {
      instance.context = context;
    },
    wait: (seconds) => {
      instance.waits.push(seconds);
      instance.time += seconds * 1000;
    },
    now: () => instance.time,
  };
}

/** An answer with a JSON body. */
export function json(code: number, body: object): HostResponse {
  return { status: code, headers: {}, body: JSON.stringify(body) };
}

/** An answer that says why not, as the API server does. */
export function status(code: number, message: string): HostResponse {
  return json(code, { kind: 'Status', apiVersion: 'v1', status: 'Failure', message, code });
}

function verbOf(request: HostRequest, url: URL, name: string | undefined): string {
  if (request.method === 'POST') return 'create';
  if (request.method === 'PATCH') return 'patch';
  if (name !== undefined) return 'get';
  return url.searchParams.get('watch') === 'true' ? 'watch' : 'list';
}

function lineOf(request: HostRequest): string {
  const url = new URL(request.url);
  return `${request.method} ${url.pathname}${url.search}`;
}

function keyOf({ metadata }: ApiObject): string {
  return metadata.namespace === undefined ? metadata.name : `${metadata.namespace}/${metadata.name}`;
}

function isIn(namespace: string | undefined, wanted: string | undefined): boolean {
  return wanted === undefined || namespace === wanted;
}
