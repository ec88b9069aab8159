import { readDevices, type Device } from '../../../scripts/panorama/api/devices';
import { verifyGroups, type ExpectedGroups } from '../../../scripts/panorama/commit/verify';
import { Lab, OPTIONS, rule, rulebase } from '../support';

const WEB = ['k8s.cl_shop.ns_web'];
const API = ['k8s.cl_shop.ns_api'];

function pushed(): Lab {
  const lab = new Lab({ panorama: { devices: (OPTIONS.devices ?? []).slice(0, 2) } });
  lab.apply(rulebase([rule('a')]));
  lab.commit();
  lab.push();
  return lab;
}

function devicesOf(lab: Lab): readonly Device[] {
  const answer = readDevices(lab.port, 'shop-cluster');
  return answer.kind === 'read' ? answer.devices : [];
}

function differences(lab: Lab, expected: ExpectedGroups) {
  const found = verifyGroups(lab.port, devicesOf(lab), expected);
  const [device] = found.devices;
  return { verdict: found.verdict, differences: device?.kind === 'read' ? device.differences : 'failed' };
}

it('groups that hold exactly their pods are effective', () => {
  const lab = pushed();
  lab.panorama.setRegistered('10.0.0.1', WEB);
  lab.panorama.setRegistered('10.0.0.2', WEB);
  lab.panorama.setRegistered('fd00::a', API);
  const expected = { 'shop.web': ['10.0.0.2', '10.0.0.1/32'], 'shop.api': ['FD00::A'] };
  expect(differences(lab, expected)).toEqual({ verdict: 'effective', differences: [] });
});

it('a group that stays empty is not effective', () => {
  const lab = pushed();
  lab.panorama.setRegistered('10.0.0.1', WEB);
  expect(differences(lab, { 'shop.web': ['10.0.0.1'], 'shop.api': ['10.0.0.3'] })).toEqual({
    verdict: 'not-effective',
    differences: [{ group: 'shop.api', kind: 'empty', missing: ['10.0.0.3'], unexpected: [] }],
  });
});

it('a group that should be empty may be', () => {
  expect(differences(pushed(), { 'shop.web': [], 'shop.api': [], 'shop.gone': [] }).verdict).toBe('effective');
});

it('missing and unexpected members are named', () => {
  const lab = pushed();
  lab.panorama.setRegistered('10.0.0.1', WEB);
  lab.panorama.setRegistered('10.0.0.9', WEB);
  expect(differences(lab, { 'shop.web': ['10.0.0.1', '10.0.0.2'] })).toEqual({
    verdict: 'not-effective',
    differences: [{ group: 'shop.web', kind: 'differs', missing: ['10.0.0.2'], unexpected: ['10.0.0.9'] }],
  });
});

it('a group that the firewall does not have is absent', () => {
  expect(differences(pushed(), { 'shop.other': ['10.0.0.1'] }).differences).toEqual([
    { group: 'shop.other', kind: 'absent', missing: ['10.0.0.1'], unexpected: [] },
  ]);
});

it('every connected firewall is asked; one that gives no answer is not effective', () => {
  const lab = pushed();
  const devices = devicesOf(lab);
  lab.panorama.setDevice('002', { connected: false });
  const found = verifyGroups(lab.port, devices, {});
  expect(found.verdict).toBe('not-effective');
  expect(found.devices.map(({ serial, kind }) => `${serial} ${kind}`)).toEqual(['001 read', '002 failed']);
});

it('where no firewall is connected, nothing is effective', () => {
  const lab = pushed();
  lab.panorama.setDevice('001', { connected: false });
  lab.panorama.setDevice('002', { connected: false });
  expect(verifyGroups(lab.port, devicesOf(lab), {})).toEqual({ verdict: 'not-effective', devices: [], unasked: [] });
});

it('in a slice that is over one firewall is asked, and those that had everything are not asked again', () => {
  const lab = pushed();
  lab.panorama.setRegistered('10.0.0.1', WEB);
  const expected = { 'shop.web': ['10.0.0.1'] };
  const over = { goesOn: () => false };
  const first = verifyGroups(lab.port, devicesOf(lab), expected, over);
  expect(first).toMatchObject({ verdict: 'not-effective', devices: [{ serial: '001' }], unasked: ['fw-2'] });
  const second = verifyGroups(lab.port, devicesOf(lab), expected, over, ['001']);
  expect(second).toMatchObject({ verdict: 'effective', unasked: [] });
  expect(second.devices.map(({ serial }) => serial)).toEqual(['001', '002']);
});
