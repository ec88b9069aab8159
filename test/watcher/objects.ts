import type { ApiObject } from './fakeapi';

/** A NetworkPolicy that lets `from` reach the pods named `app`. */
export function policy(namespace: string, name: string, from = 'web', more: object = {}): ApiObject {
  return {
    metadata: { namespace, name, ...more },
    spec: {
      podSelector: { matchLabels: { app: name } },
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ podSelector: { matchLabels: { app: from } } }] }],
    },
  };
}

/** A running pod. */
export function pod(
  namespace: string,
  name: string,
  labels: { readonly [key: string]: string },
  ip: string,
): ApiObject {
  return {
    metadata: {
      namespace,
      name,
      labels,
      annotations: { secret: 'not ours', 'paloaltonetworks.com/firewall': 'pan-fw' },
      managedFields: [{ manager: 'kubelet' }],
    },
    spec: {
      nodeName: 'worker-1',
      containers: [
        {
          name: 'main',
          image: 'registry.example/app:1',
          env: [{ name: 'PASSWORD', value: 'hidden' }],
          ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
          readinessProbe: { httpGet: { path: '/', port: 'http', httpHeaders: [{ name: 'x', value: 'hidden' }] } },
        },
      ],
    },
    status: { phase: 'Running', podIP: ip, podIPs: [{ ip }], hostIP: '192.168.50.11', startTime: 'any' },
  };
}

/** A Service with an address. */
export function service(namespace: string, name: string, ip: string): ApiObject {
  return {
    metadata: { namespace, name, labels: { app: name } },
    spec: { type: 'ClusterIP', clusterIP: ip, clusterIPs: [ip], selector: { app: name }, ports: [{ port: 80 }] },
  };
}

/** A Node with its address and pod network. */
export function node(name: string, ip: string, podCIDR: string): ApiObject {
  return {
    metadata: { name },
    spec: { podCIDR, podCIDRs: [podCIDR] },
    status: { addresses: [{ type: 'InternalIP', address: ip }], conditions: [{ type: 'Ready' }], images: [] },
  };
}
