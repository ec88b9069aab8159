import { createPanorama, labControl } from '../../../tools/lab/panorama';

const JSON_TYPE = 'application/json';

function control(method: string, path: string, body: string, contentType = JSON_TYPE) {
  const panorama = createPanorama({
    deviceGroups: [{ name: 'shop' }],
    devices: [{ serial: '001', hostname: 'fw-1', deviceGroup: 'shop' }],
  });
  return labControl(panorama)({ method, path, contentType, body });
}

it.each([
  ['a firewall', 'PUT', '/lab/devices/001', '{"outcome":"fails"}', JSON_TYPE, 200],
  ['addresses', 'PUT', '/lab/registered', '{"10.0.0.1":["a"]}', `${JSON_TYPE}; charset=utf-8`, 200],
  ['a firewall that is not there', 'PUT', '/lab/devices/002', '{}', JSON_TYPE, 400],
  ['a body that is no JSON', 'PUT', '/lab/registered', '{', JSON_TYPE, 400],
  ['an address with too long a tag', 'PUT', '/lab/registered', `{"10.0.0.1":["${'x'.repeat(128)}"]}`, JSON_TYPE, 400],
  ['something else', 'PUT', '/lab/elsewhere', '{}', JSON_TYPE, 404],
  ['another method', 'GET', '/lab/registered', '', JSON_TYPE, 405],
  ['a form, as a web page could send it', 'PUT', '/lab/registered', '{}', 'text/plain', 405],
])('%s: %s %s', (_what, method, path, body, contentType, status) => {
  expect(control(method, path, body, contentType)?.status).toBe(status);
});

it('what is not below /lab/ is none of its business', () => {
  expect(control('POST', '/api/', '')).toBeUndefined();
});
