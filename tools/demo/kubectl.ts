import type { Manifest } from '../lab/kubernetes';
import type { HttpFunction } from '../lab/xsoar';

/** The few things that the demo does with `kubectl`: over the Kubernetes API, as the cluster's administrator. */
export interface Kubectl {
  /** Server-side apply, Namespaces first; goes on after a refusal, as kubectl does. The API server's refusals. */
  readonly apply: (manifests: readonly Manifest[]) => readonly string[];
  readonly deletePolicy: (namespace: string, name: string) => void;
  /** The policies, sorted by namespace and name. */
  readonly policies: () => readonly Policy[];
  /** Events on one policy, oldest first, as `kubectl describe` shows them. */
  readonly eventsOf: (namespace: string, name: string) => readonly PolicyEvent[];
}

/** What the demo reads of a NetworkPolicy. */
export interface Policy {
  readonly metadata: {
    readonly namespace: string;
    readonly name: string;
    readonly annotations?: { readonly [key: string]: string };
  };
  readonly spec: { readonly [field: string]: unknown };
}

/** What `kubectl describe` shows of an Event: `type` is Normal or Warning. */
export interface PolicyEvent {
  readonly type: string;
  readonly reason: string;
  readonly message: string;
}

interface Resource {
  readonly kind: string;
  readonly name: string;
  readonly namespaced: boolean;
}

const TOKEN = 'admin-token';
const POLICIES = '/apis/networking.k8s.io/v1';

/**
 * Opens the cluster at this URL as its administrator. A refusal throws with the API server's message, but for `apply`.
 */
export function kubectl(http: HttpFunction, url: string): Kubectl {
  const resources = new Map<string, readonly Resource[]>();

  const ask = (method: string, path: string, body = '', type = 'application/json'): string => {
    const answer = http({
      url: url + path,
      method,
      headers: { authorization: [`Bearer ${TOKEN}`], 'content-type': [type], accept: ['application/json'] },
      body,
      insecure: false,
      proxy: false,
      timeoutMilliseconds: 0,
    });
    if (answer.status >= 400) throw new Error(messageOf(answer.body));
    return answer.body;
  };

  const resourceOf = (apiVersion: string, kind: string): Resource => {
    const path = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const known =
      resources.get(apiVersion) ??
      (JSON.parse(ask('GET', path)) as { readonly resources: readonly Resource[] }).resources;
    resources.set(apiVersion, known);
    const found = known.find((resource) => resource.kind === kind && !resource.name.includes('/'));
    if (found === undefined) throw new Error(`The cluster has no kind ${kind} in ${apiVersion}.`);
    return found;
  };

  const applyOne = (manifest: Manifest): void => {
    const { apiVersion, kind, metadata } = manifest as unknown as ObjectHead;
    const { name: plural, namespaced } = resourceOf(apiVersion, kind);
    const group = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const folder = namespaced ? `/namespaces/${metadata.namespace ?? 'default'}/${plural}` : `/${plural}`;
    const query = '?fieldManager=demo&force=true';
    ask(
      'PATCH',
      `${group}${folder}/${metadata.name}${query}`,
      JSON.stringify(manifest),
      'application/apply-patch+yaml',
    );
  };

  const attempt = (manifest: Manifest): readonly string[] => {
    try {
      applyOne(manifest);
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  };

  return {
    apply: (manifests) => {
      const isNamespace = ({ kind }: Manifest) => kind === 'Namespace';
      const others = manifests.filter((manifest) => !isNamespace(manifest));
      return [...manifests.filter(isNamespace), ...others].flatMap(attempt);
    },
    deletePolicy: (namespace, name) => {
      ask('DELETE', `${POLICIES}/namespaces/${namespace}/networkpolicies/${name}`);
    },
    policies: () => {
      const { items } = JSON.parse(ask('GET', `${POLICIES}/networkpolicies`)) as { readonly items: readonly Policy[] };
      return [...items].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
    },
    eventsOf: (namespace, name) => {
      const selector = encodeURIComponent(`involvedObject.kind=NetworkPolicy,involvedObject.name=${name}`);
      const path = `/api/v1/namespaces/${namespace}/events?fieldSelector=${selector}`;
      const { items } = JSON.parse(ask('GET', path)) as { readonly items: readonly StoredEvent[] };
      return [...items].sort(
        (left, right) => Number(left.metadata.resourceVersion) - Number(right.metadata.resourceVersion),
      );
    },
  };
}

interface ObjectHead {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly namespace?: string; readonly name: string };
}

type StoredEvent = PolicyEvent & { readonly metadata: { readonly resourceVersion: string } };

const keyOf = ({ metadata }: Policy): string => `${metadata.namespace}/${metadata.name}`;

function messageOf(body: string): string {
  try {
    const { message } = JSON.parse(body) as { readonly message?: unknown };
    return typeof message === 'string' ? message : body;
  } catch {
    return body;
  }
}
