import { liveWhere, pushedWhere } from '../../scripts/case/livewhere';

const NAMES = Array.from({ length: 40 }, (_, index) => `fw-${index + 1}`);

it.each([
  [[], 'There are no firewalls.'],
  [[{ name: 'a', state: 'live' }], 'Of 1 firewall, 1 with the rules (a).'],
  [
    [
      { name: 'a', state: 'old' },
      { name: 'b', state: 'live' },
      { name: 'c', state: 'disconnected' },
      { name: 'd', state: 'unknown' },
      { name: 'e', state: 'differing' },
      { name: 'f', state: 'live' },
    ],
    'Of 6 firewalls, 2 with the rules (b, f); 1 with the rules, but without all addresses of the pods (e); ' +
      '1 with what they had before (a); 1 not connected, with what they had before (c); 1 nobody knows (d).',
  ],
] as const)('%j', (firewalls, expected) => {
  expect(liveWhere(firewalls)).toBe(expected);
});

it('of many firewalls some are named, and all are counted', () => {
  const text = liveWhere(NAMES.map((name, index) => ({ name, state: index < 37 ? 'live' : 'old' })));
  expect(text).toBe(
    'Of 40 firewalls, 37 with the rules (fw-1, fw-2, fw-3, fw-4 and 33 more); 3 with what they had before (fw-38, fw-39, fw-40).',
  );
});

it('is told of what a push came to', () => {
  const states = ['succeeded', 'failed', 'disconnected', 'pending'] as const;
  const devices = states.map((state, index) => ({ serial: `00${index}`, name: `fw-${index}`, state, messages: [] }));
  expect(pushedWhere(devices, "Panorama's running configuration")).toBe(
    "Of 4 firewalls, 1 with Panorama's running configuration (fw-0); 1 with what they had before (fw-1); " +
      '1 not connected, with what they had before (fw-2); 1 nobody knows (fw-3).',
  );
  expect(pushedWhere(devices, 'the rules')).toContain('1 with the rules (fw-0)');
});
