import {
  createKubernetes,
  readManifests,
  selfSigned,
  serve,
  type Kubernetes,
  type LabServer,
} from '../../lab/kubernetes';

/** A stand-in that clients can reach, over HTTPS as a real API server. */
export interface CheckedCluster {
  readonly kubernetes: Kubernetes;
  readonly server: LabServer;
  readonly url: string;
  /** The certificate of the server, which signed itself, as PEM. */
  readonly certificate: string;
}

/** May do everything. */
export const ADMIN_TOKEN = 'admin-token';

/** May do what the watcher integration does: no Secrets, for one. */
export const WATCHER_TOKEN = 'watcher-token';

/** A policy for the namespace `shop` of the checked cluster. */
export const policy = (name: string, port: number): string => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: shop, annotations: { np.panw.com/appid: web-browsing } }
spec:
  podSelector: { matchLabels: { app: web } }
  ingress:
    - from: [{ namespaceSelector: { matchLabels: { team: shop } }, podSelector: {} }]
      ports: [{ port: ${port} }]
`;

const CONTENT = `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { team: shop } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 5
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "web:1", ports: [{ name: http, containerPort: 8080 }] }]
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }] }
---${policy('web', 8080)}---${policy('metrics', 9090)}`;

/** Starts a cluster with a namespace, five pods, a Service and two policies. */
export async function startCluster(): Promise<CheckedCluster> {
  const kubernetes = createKubernetes({ now: Date.now });
  kubernetes.apply(readManifests(CONTENT));
  const tls = selfSigned();
  const server = serve(kubernetes, { tls });
  return { kubernetes, server, url: await server.url, certificate: tls.cert };
}

/**
 * Breaks all watches, changes policies, and forgets the history, at once: a client that goes on where it stopped gets
 * `410 Gone`, and must list again to learn of the changes.
 */
export function forceRelist({ kubernetes, server }: CheckedCluster): void {
  server.closeWatches();
  kubernetes.apply(readManifests(policy('while-away', 7070)));
  kubernetes.delete({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', namespace: 'shop', name: 'metrics' });
  kubernetes.compact();
}
