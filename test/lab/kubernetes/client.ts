import { createKubernetes, type Kubernetes, type KubernetesOptions } from '../../../tools/lab/kubernetes';
import type { Json, JsonObject } from '../../../tools/lab/kubernetes/values/json';

/** An answer with its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
  readonly json: JsonObject;
}

/** One event of a watch: its type and the name, version and namespace of the object. */
export interface WatchEvent {
  readonly type: string;
  readonly object: JsonObject;
}

/** Speaks to a cluster of its own as an administrator. */
export class Client {
  readonly kubernetes: Kubernetes;

  constructor(options: KubernetesOptions = {}) {
    this.kubernetes = createKubernetes(options);
  }

  send(method: string, path: string, body?: JsonObject, headers: { readonly [name: string]: string } = {}): Answer {
    const response = this.kubernetes.handle({
      method,
      path,
      headers: { authorization: 'Bearer admin-token', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const isJson = response.headers['content-type'] === 'application/json' && !path.includes('watch=');
    return { ...response, json: isJson ? (JSON.parse(response.body) as JsonObject) : {} };
  }

  get(path: string): Answer {
    return this.send('GET', path);
  }

  post(path: string, body: JsonObject): Answer {
    return this.send('POST', path, body);
  }

  patch(path: string, type: string, body: JsonObject): Answer {
    return this.send('PATCH', path, body, { 'content-type': type });
  }

  /** The events of a finished watch. */
  watch(path: string): readonly WatchEvent[] {
    return eventsOf(this.get(path).body);
  }

  /** Names of the objects in a list. */
  names(path: string): readonly string[] {
    return namesOf(this.get(path).json);
  }

  policy(name: string, spec: JsonObject = {}, namespace = 'default'): Answer {
    return this.post(POLICIES_IN(namespace), { metadata: { name }, spec: { podSelector: {}, ...spec } });
  }
}

export const PODS = '/api/v1/pods';
export const POLICIES = '/apis/networking.k8s.io/v1/networkpolicies';
export const POLICIES_IN = (namespace: string): string =>
  `/apis/networking.k8s.io/v1/namespaces/${namespace}/networkpolicies`;

/** The value at a path of names and indexes. */
export function at(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  let here: unknown = value;
  for (const step of path) here = (here as { readonly [name: string]: unknown } | undefined)?.[step];
  return here as Json | undefined;
}

/** The text at a path; anything else is empty. */
export function textAt(value: Json | undefined, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
}

/** Matches a text, without the type `any` that Jest gives its matchers. */
export const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern) as unknown;

/** The lines of a watch. */
export const eventsOf = (body: string): readonly WatchEvent[] =>
  body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as WatchEvent);

/** Names of the items of a list. */
export const namesOf = (list: JsonObject): readonly string[] =>
  (list.items as readonly JsonObject[]).map((item) => textAt(item, 'metadata', 'name'));

/** A Deployment manifest with one container. */
export const deployment = (name: string, more: JsonObject = {}, podSpec: JsonObject = {}): JsonObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: {
        containers: [{ name: 'main', image: `${name}:1`, ports: [{ name: 'http', containerPort: 8080 }] }],
        ...podSpec,
      },
    },
    ...more,
  },
});

/** A Pod manifest with one container. */
export const pod = (name: string, labels: { readonly [key: string]: string } = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels },
  spec: { containers: [{ name: 'main', image: 'x:1' }] },
});
