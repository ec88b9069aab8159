import type { InstanceParams } from '../../../tools/lab/panosintegration';
import { answering, errorOf, FIREWALL, Instance, PARAMS, without } from './instance';

const OK = '<response status="success" code="20"><msg>command succeeded</msg></response>';
const GET = { type: 'config', action: 'get', xpath: '/config' };
const errorWith = (params: InstanceParams, args = {}): unknown =>
  errorOf(new Instance('2.5.1', {}, params).execute('', { ...GET, ...args }));

describe('[2] instance parameters', () => {
  it('need a port', () => {
    expect(errorWith(without(PARAMS, 'port'))).toBe('Set a port for the instance');
  });

  it('need an API key', () => {
    expect(errorWith({ ...PARAMS, credentials: { password: '' } })).toBe('API Key must be provided.');
  });

  it('without the old key, not even empty, make the key None', () => {
    const instance = new Instance('2.5.1', {}, without(PARAMS, 'key'));
    instance.execute('', GET);
    expect(instance.requests[0]?.params.key).toBe('None');
  });

  it('need either a device group or a vsys', () => {
    expect(errorWith({ ...PARAMS, device_group: '' })).toBe('Set vsys for firewall or Device group for Panorama.');
  });

  it('take not both, and not by argument either', () => {
    const both = 'Cannot configure both vsys and Device group. Set vsys for firewall, set Device group for Panorama.';
    expect(errorWith({ ...PARAMS, vsys: 'vsys1' })).toBe(both);
    expect(errorWith(FIREWALL, { 'device-group': 'shop' })).toBe(both);
  });

  it.each([
    ['https://panorama.example/', '/api/'],
    ['http://127.0.0.1', '/api/'],
  ])('lead from %s to %s', (server, path) => {
    const instance = answering(OK, '2.5.1', { ...PARAMS, server });
    instance.execute('', GET);
    expect(instance.requests[0]?.path).toBe(path);
  });

  it('need a server with its scheme', () => {
    expect(errorWith({ ...PARAMS, server: 'panorama.example' })).toMatch(/^No connection adapters were found/);
  });
});

describe('[2] the device group of a push', () => {
  const pushed = (args: object): unknown => {
    const instance = answering(OK);
    instance.execute('push-to-device-group', { ...args });
    return /<entry name="([^"]*)"/.exec(instance.sent()[0]?.cmd ?? '')?.[1];
  };

  it('is that of the instance, or the argument', () => {
    expect([pushed({}), pushed({ 'device-group': 'other' })]).toEqual(['shop', 'other']);
  });

  it('is Shared for shared in any case', () => {
    expect(pushed({ 'device-group': 'SHARED' })).toBe('shared');
  });

  it('is a text', () => {
    expect(errorWith(PARAMS, { 'device-group': ['shop'] })).toBe("'list' object has no attribute 'lower'");
  });

  it('is needed', () => {
    const instance = new Instance('2.5.1', {}, FIREWALL);
    expect(errorOf(instance.execute('push-to-device-group'))).toMatch(/relevant for a Palo Alto Panorama instance\.$/);
    expect(instance.requests).toEqual([]);
  });
});
