import type { JsonObject } from '../../../tools/lab/kubernetes/values/json';
import { at, Client, textAt } from './client';

const CORE = '/api/v1/namespaces/default/events';
const NEW = '/apis/events.k8s.io/v1/namespaces/default/events';

const core = (more: JsonObject = {}): JsonObject => ({
  metadata: { name: 'e' },
  involvedObject: { kind: 'NetworkPolicy', namespace: 'default', name: 'p', uid: 'u' },
  reason: 'Applied',
  message: 'The rules are in Panorama.',
  type: 'Normal',
  ...more,
});
const fresh = (more: JsonObject = {}): JsonObject => ({
  metadata: { name: 'e' },
  regarding: { kind: 'NetworkPolicy', namespace: 'default', name: 'p' },
  reason: 'Applied',
  note: 'The rules are in Panorama.',
  type: 'Normal',
  action: 'Apply',
  eventTime: '2026-01-05T08:00:00.000000Z',
  reportingController: 'np.panw.com/cnseries',
  reportingInstance: 'xsoar-1',
  ...more,
});

describe('Events', () => {
  it('are one set of objects under two groups', () => {
    const client = new Client();
    expect(client.post(NEW, fresh()).status).toBe(201);
    expect(client.get(`${CORE}/e`).json).toMatchObject({
      kind: 'Event',
      apiVersion: 'v1',
      involvedObject: { name: 'p' },
      message: 'The rules are in Panorama.',
      reportingComponent: 'np.panw.com/cnseries',
    });
    expect(client.get(`${NEW}/e`).json).toMatchObject({
      apiVersion: 'events.k8s.io/v1',
      regarding: { name: 'p' },
      note: 'The rules are in Panorama.',
      reportingController: 'np.panw.com/cnseries',
    });
    expect(client.kubernetes.events().map((event) => event.message)).toEqual(['The rules are in Panorama.']);
  });

  it('are found by what they are about, under the field names of each group', () => {
    const client = new Client();
    client.post(CORE, core());
    client.post(
      CORE,
      core({ metadata: { name: 'f' }, involvedObject: { kind: 'Pod', namespace: 'default', name: 'q' } }),
    );
    expect(client.names(`${CORE}?fieldSelector=involvedObject.name%3Dp,involvedObject.kind%3DNetworkPolicy`)).toEqual([
      'e',
    ]);
    expect(client.names(`${NEW}?fieldSelector=regarding.name%3Dq`)).toEqual(['f']);
    expect(client.names(`${CORE}?fieldSelector=reason%3DApplied,type!%3DWarning`)).toEqual(['e', 'f']);
  });

  it('are read and watched in the order in which they came', () => {
    const client = new Client();
    client.post(CORE, core({ metadata: { name: 'z' } }));
    client.post(CORE, core({ metadata: { name: 'a' } }));
    expect(client.kubernetes.events().map((event) => event.metadata.name)).toEqual(['z', 'a']);
    expect(
      client.watch('/apis/events.k8s.io/v1/events?watch=true&resourceVersion=1').map(({ object }) => object.apiVersion),
    ).toEqual(Array(2).fill('events.k8s.io/v1'));
  });

  it.each<[string, string, JsonObject, string]>([
    [
      'about another namespace',
      CORE,
      core({ involvedObject: { namespace: 'shop', name: 'p' } }),
      'involvedObject.namespace: Invalid value: "shop": does not match event.namespace',
    ],
    ['without a time', NEW, fresh({ eventTime: undefined }), 'eventTime: Required value'],
    ['without a controller', NEW, fresh({ reportingController: undefined }), 'reportingController: Required value'],
    ['without an action', NEW, fresh({ action: undefined }), 'action: Required value'],
    ['with a note that is too long', NEW, fresh({ note: 'ü'.repeat(513) }), 'can have at most 1024 characters'],
    ['of another type', NEW, fresh({ type: 'Error' }), 'type: Invalid value: "": has invalid value: Error'],
  ])('are refused %s', (_title, path, body, message) => {
    const { status, json } = new Client().post(path, body);
    expect(status).toBe(422);
    expect(textAt(json, 'message')).toContain(message);
  });

  it('of the old style may be long, and count up by PATCH', () => {
    const client = new Client();
    expect(client.post(CORE, core({ message: 'x'.repeat(5000), count: 1 })).status).toBe(201);
    const { json } = client.patch(`${CORE}/e`, 'application/strategic-merge-patch+json', { count: 2 });
    expect(at(json, 'count')).toBe(2);
  });
});
