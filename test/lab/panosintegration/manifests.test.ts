import { createPanosIntegration, MANIFESTS } from '../../../tools/lab/panosintegration';
import { answering, errorOf, PARAMS } from './instance';

const nowhere = (): never => {
  throw new Error('nothing is sent');
};
const integration = createPanosIntegration({ version: '2.5.1', handle: nowhere, params: PARAMS });

describe('the manifests', () => {
  it.each(['2.5.1', '1.14.22'] as const)('of %s name commands that exist', (version) => {
    const instance = answering('<response status="success" code="19"/>', version);
    for (const { name } of MANIFESTS[version]) {
      expect(instance.done(name.replace(/^pan-os-?/, '')).Type).toBe(1);
    }
  });

  it('name every argument of a command once', () => {
    for (const manifest of [...MANIFESTS['2.5.1'], ...MANIFESTS['1.14.22']]) {
      const names = manifest.arguments.map(({ name }) => name);
      expect([manifest.name, new Set(names).size]).toEqual([manifest.name, names.length]);
    }
  });

  it('[2] hold the defaults that the server fills in', () => {
    const defaults = MANIFESTS['2.5.1'].flatMap((manifest) =>
      manifest.arguments
        .filter(({ default: value }) => value !== undefined)
        .map(({ name, default: value }) => `${manifest.name} ${name}=${value ?? ''}`),
    );
    expect(defaults).toEqual(
      expect.arrayContaining([
        'pan-os type=config',
        'pan-os-commit polling=false',
        'pan-os-commit timeout=120',
        'pan-os-push-to-device-group include-template=true',
      ]),
    );
  });
});

describe('the server', () => {
  it.each([
    ['an unknown command', 'pan-os-nothing', {}, 'Version 2.5.1 of the integration has no command pan-os-nothing.'],
    ['an unknown argument', 'pan-os-commit', { name: 't' }, 'pan-os-commit has no argument name.'],
    [
      'a value that is not offered',
      'pan-os-push-to-device-group',
      { 'include-template': 'no' },
      'pan-os-push-to-device-group does not offer no for include-template.',
    ],
  ])('refuses %s before anything is sent', (_title, command, args, message) => {
    expect(errorOf(integration.execute(command, args))).toBe(message);
  });

  it('passes over arguments without a value', () => {
    const instance = answering('<response status="success" code="20"/>');
    instance.done('', { action: undefined, xpath: null });
    expect(instance.sent()).toEqual([{ type: 'config', is_xml: 'false' }]);
  });
});
