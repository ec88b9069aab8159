import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { knownObjects } from '../../../scripts/policy/prove/read/kinds';
import { kubeletPorts } from '../../../scripts/policy/prove/read/kubelet';
import { readPods } from '../../../scripts/policy/prove/read/pods';
import { readServices } from '../../../scripts/policy/prove/read/servicefacts';
import { pod, port, service } from './support';

describe('kubeletPorts', () => {
  const named = [port('http', 8080), port('odd', 70000)];

  it.each<[string, RawObject, number[]]>([
    ['a probe by number', { livenessProbe: { httpGet: { port: 80 } } }, [80]],
    ['a probe by name', { readinessProbe: { httpGet: { port: 'http' } } }, [8080]],
    ['a number written as text', { startupProbe: { tcpSocket: { port: '81' } } }, [81]],
    ['a name that the container has not', { livenessProbe: { httpGet: { port: 'none' } } }, []],
    ['gRPC', { livenessProbe: { grpc: { port: 9000, service: '' } } }, [9000]],
    ['a command', { livenessProbe: { exec: { command: ['true'] } } }, []],
    ['httpGet with a host', { livenessProbe: { httpGet: { port: 80, host: '10.9.9.9' } } }, []],
    ['tcpSocket with a host', { livenessProbe: { tcpSocket: { port: 80, host: 'db' } } }, []],
    ['an empty host', { livenessProbe: { httpGet: { port: 80, host: '' } } }, [80]],
    [
      'numbers that are no ports',
      { livenessProbe: { httpGet: { port: 70000 } }, startupProbe: { grpc: { port: 0 } } },
      [],
    ],
    ['a name of a number that is no port', { livenessProbe: { httpGet: { port: 'odd' } } }, []],
    ['a text that is no port', { livenessProbe: { httpGet: { port: '70000' } } }, []],
    [
      'hooks',
      { lifecycle: { postStart: { httpGet: { port: 'http' } }, preStop: { httpGet: { port: 82 } } } },
      [8080, 82],
    ],
    ['a hook to elsewhere', { lifecycle: { preStop: { httpGet: { port: 82, host: 'x' } } } }, []],
    [
      'hooks that connect to nothing',
      { lifecycle: { postStart: { exec: {} }, preStop: { tcpSocket: { port: 1 } } } },
      [],
    ],
  ])('of %s', (_title, container, expected) => {
    expect(kubeletPorts([{ ports: named, ...container }])).toEqual(expected);
  });
});

describe('knownObjects', () => {
  it.each<[string, string | undefined, boolean]>([
    ['StatefulSet', 'apps/v1', true],
    ['StatefulSet', 'apps.kruise.io/v1beta1', false],
    ['Service', 'v1', true],
    ['Service', 'serving.knative.dev/v1', false],
    ['Job', 'batch/v1', true],
    ['Job', 'batch.volcano.sh/v1alpha1', false],
    ['Pod', undefined, true],
    ['ServiceCIDR', 'networking.k8s.io/v1beta1', true],
    ['NetworkPolicy', 'projectcalico.org/v3', false],
    ['ConfigMap', 'v1', false],
  ])('%s of %s: %s', (kind, apiVersion, isKnown) => {
    expect(knownObjects([{ kind, apiVersion }])).toHaveLength(isKnown ? 1 : 0);
  });
});

describe('numbers that are no ports', () => {
  it('are no named ports of pods', () => {
    const ports = [port('big', 70000), port('none', 0), port('half', 80.5), port('good', 65535)];
    const [facts] = readPods([pod('a/web', {}, [], { containers: [{ ports }] })]);
    expect(facts.namedPorts.map((one) => one.name)).toEqual(['good']);
  });

  it('are no ports of Services, and no targets', () => {
    const ports = [{ port: 70000 }, { port: 80, targetPort: 70000 }, { port: 81, targetPort: 0 }, { port: 82 }];
    const [facts] = readServices([service('a/web', { ports })]);
    expect(facts.ports.map((one) => [one.port, one.targetPort])).toEqual([
      [80, ''],
      [81, 81],
      [82, 82],
    ]);
  });
});

it('an ExternalName Service selects no pods, whatever its selector says', () => {
  const spec = { selector: { app: 'web' }, clusterIP: '10.96.0.1', ports: [{ port: 80 }] };
  const [named] = readServices([service('a/web', { ...spec, type: 'ExternalName', externalName: 'example.com' })]);
  expect(named).toMatchObject({ selector: undefined, clusterAddresses: [] });
  expect(readServices([service('a/web', spec)])[0].selector).toBeDefined();
});
