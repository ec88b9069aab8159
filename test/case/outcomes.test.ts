import { outcomeEvents, STAGES } from '../../scripts/case/outcomes';
import type { PolicyState } from '../../scripts/case/policystates';

const change = (name: string, action = 'modified', kind = 'NetworkPolicy') => ({
  action,
  kind,
  namespace: 'shop',
  name,
  uid: `uid-${name}`,
});

const words = (reason: string, where = '') => ({ reason, where });

const refused: PolicyState = { Namespace: 'shop', Name: 'basket', UID: 'u', State: 'refused', Message: 'Wrong key.' };

it('all changed policies get one Event with the stage', () => {
  expect(outcomeEvents('applied', [change('web'), change('basket')], [], words(''))).toEqual([
    {
      policies: [
        { namespace: 'shop', name: 'web', uid: 'uid-web' },
        { namespace: 'shop', name: 'basket', uid: 'uid-basket' },
      ],
      type: 'Normal',
      reason: 'RulesWritten',
      message: "The firewall rules are in Panorama's candidate configuration, not live yet.",
    },
  ]);
});

it('a refused policy gets its own reason, and is not told that its rules are live', () => {
  const events = outcomeEvents('effective', [change('web'), change('basket')], [refused], words(''));
  expect(events.map(({ reason, policies }) => [reason, policies.map(({ name }) => name)])).toEqual([
    ['PolicyRefused', ['basket']],
    ['Effective', ['web']],
  ]);
  expect(events[0]?.message).toBe('Wrong key.');
});

it('when the whole change fails, refused policies are told that, too', () => {
  const events = outcomeEvents('failed', [change('basket')], [refused], words('Panorama is locked.'));
  expect(events.map(({ reason }) => reason)).toEqual(['PolicyRefused', 'Failed']);
  expect(events[1]?.message).toContain('Panorama is locked.');
});

it('a deleted policy and a changed namespace get none', () => {
  expect(
    outcomeEvents('applied', [change('web', 'deleted'), change('shop', 'modified', 'Namespace')], [], words('')),
  ).toEqual([]);
});

it('a reason with replacement patterns stays as it is', () => {
  expect(outcomeEvents('rejected', [change('web')], [], words("No, $& and $' cost too much"))[0]?.message).toBe(
    "A security administrator rejected the firewall rules: No, $& and $' cost too much",
  );
});

it.each(STAGES)('the stage %s has a message without a placeholder, and a reason in CamelCase', (stage) => {
  const [event] = outcomeEvents(stage, [change('web')], [], words('because'));
  expect(event?.message).not.toContain('{');
  expect(event?.message.length).toBeLessThanOrEqual(1024);
  expect(event?.reason).toMatch(/^([A-Z][a-z]+)+$/);
});

it.each([
  ['push-failed', 'did not get to all firewalls. Of 4 firewalls, 3 … fw-2: no.'],
  ['effective', 'know the pods that they are about. Of 4 firewalls, 3 …'],
  ['not-effective', 'not in force as they should be. Of 4 firewalls, 3 … fw-2: no.'],
] as const)('the stage %s says what is live where', (stage, text) => {
  const [event] = outcomeEvents(stage, [change('web')], [], words('fw-2: no.', 'Of 4 firewalls, 3 …'));
  expect(event?.message.endsWith(text)).toBe(true);
});

it('a place that looks like a placeholder stays as it is', () => {
  const [event] = outcomeEvents('not-effective', [change('web')], [], words('because', 'On {reason}.'));
  expect(event?.message).toContain('On {reason}. because');
});
