import { startPanorama, type RemotePanorama } from '../../tools/session/remote';
import { askPlainly } from '../../tools/session/requests';

let panorama: RemotePanorama;

beforeAll(async () => {
  panorama = await startPanorama({
    admins: [{ name: 'alice', password: 'a', apiKey: 'key-alice' }],
    deviceGroups: [{ name: 'shop' }],
    devices: [{ serial: '001', hostname: 'fw-1', deviceGroup: 'shop' }],
  });
});

afterAll(() => {
  panorama.close();
});

const groups = '<show><devicegroups><name>shop</name></devicegroups></show>';

it('the emulator runs as a process of its own, and is asked over HTTP', () => {
  expect(panorama.url).toMatch(/^http:\/\/127\.0\.0\.1:[0-9]+$/);
  const read = { method: 'GET', path: '/api/', params: { key: 'key-alice', type: 'op', cmd: groups } } as const;
  expect(panorama.handle(read)).toMatchObject({ status: 200, body: expect.stringContaining('<serial>001') as string });
  const wrong = panorama.handle({ ...read, params: { ...read.params, key: 'wrong' } });
  expect(wrong).toMatchObject({ status: 403, reason: 'Invalid Credential' });
});

it('a firewall changes its behaviour through the side door', () => {
  expect(askPlainly(panorama.handle, { type: 'op', cmd: groups })).toContain('<connected>yes');
  panorama.setDevice('001', { connected: false });
  expect(askPlainly(panorama.handle, { type: 'op', cmd: groups })).toContain('<connected>no');
  expect(() => {
    panorama.setDevice('009', { connected: false });
  }).toThrow('There is no device 009.');
});

it('addresses are registered, and taken away', () => {
  panorama.setDevice('001', { connected: true });
  const cmd = '<show><object><registered-ip><all></all></registered-ip></object></show>';
  const registered = (): string => askPlainly(panorama.handle, { type: 'op', cmd, target: '001' });
  panorama.setRegistered('10.0.0.1', ['a', 'b']);
  panorama.setRegistered('10.0.0.2', ['a']);
  expect(registered()).toContain('<count>2</count>');
  panorama.clearRegistered();
  expect(registered()).toContain('<count>0</count>');
});

it('an emulator that cannot start says why', async () => {
  const broken = startPanorama({ deviceGroups: [{ name: 'a', config: '<address><entry name="x y z!"/></address>' }] });
  await expect(broken).rejects.toThrow(/does not start: .*not valid/);
});
