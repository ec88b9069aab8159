import { createPanosIntegration, MANIFESTS } from '../../../tools/lab/panosintegration';
import { COMMANDS } from '../../../tools/lab/panosintegration/commands';
import { errorOf, PARAMS } from './instance';

const nowhere = (): never => {
  throw new Error('nothing is sent');
};
const integration = createPanosIntegration({ version: '2.5.1', handle: nowhere, params: PARAMS });

describe('the manifests', () => {
  it('name every command once, and only commands that exist', () => {
    const names = MANIFESTS['2.5.1'].map(({ name }) => name);
    expect([...names].sort()).toEqual(Object.keys(COMMANDS).sort());
    const old = MANIFESTS['1.14.22'].map(({ name }) => name);
    expect(new Set(old).size).toBe(old.length);
    expect(old.filter((name) => !names.includes(name))).toEqual([]);
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
        'pan-os-create-rule where=bottom',
        'pan-os-create-rule disable=No',
        'pan-os-create-rule application=any',
        'pan-os-edit-rule behaviour=replace',
        'pan-os-commit polling=false',
        'pan-os-commit timeout=120',
        'pan-os-push-to-device-group include-template=true',
      ]),
    );
  });

  it('[2] mark what is potentially harmful', () => {
    expect(MANIFESTS['2.5.1'].filter(({ harmful }) => harmful).map(({ name }) => name)).toEqual([
      'pan-os-create-rule',
      'pan-os-edit-rule',
      'pan-os-move-rule',
      'pan-os-delete-rule',
    ]);
  });
});

describe('the server', () => {
  it.each([
    ['an unknown command', 'pan-os-nothing', {}, 'Version 2.5.1 of the integration has no command pan-os-nothing.'],
    ['a missing argument', 'pan-os-get-address', {}, 'pan-os-get-address needs the argument name.'],
    [
      'an unknown argument',
      'pan-os-delete-tag',
      { name: 't', 'device-group': 'x' },
      'pan-os-delete-tag has no argument device-group.',
    ],
    [
      'a value that is not offered',
      'pan-os-create-rule',
      { action: 'reset-both' },
      'pan-os-create-rule does not offer reset-both for action.',
    ],
    [
      'a false for a No',
      'pan-os-create-rule',
      { action: 'allow', disable: 'false' },
      'pan-os-create-rule does not offer false for disable.',
    ],
  ])('refuses %s before anything is sent', (_title, command, args, message) => {
    expect(errorOf(integration.execute(command, args))).toBe(message);
  });

  it('passes over arguments without a value', () => {
    expect(errorOf(integration.execute('pan-os-get-address', { name: undefined }))).toBe(
      'pan-os-get-address needs the argument name.',
    );
  });
});
