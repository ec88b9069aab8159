import { runCase } from '../../tools/faults/case';
import { stageOf, type Stage } from '../../tools/faults/job';
import { FAULT_KINDS, type FaultKind } from '../../tools/faults/kinds';
import { SHAPES } from '../../tools/faults/product';
import { askPlainly, OWN_KEY } from '../../tools/session/requests';
import { groupPath } from '../../tools/session/setting';

/** What the fault suite found, each by itself; and that it finds what it looks for. */

const STAGE = opened();

function opened(): Stage {
  const stage = stageOf('small', SHAPES[0], 'change');
  if (stage === undefined) throw new Error('The small cluster is always there.');
  return stage;
}

function requestOf(part: string, from = 1): number {
  const found = STAGE.asked.findIndex(
    ({ params }, index) => index + 1 >= from && Object.values(params).some((value) => value.includes(part)),
  );
  if (found < 0) throw new Error(`The change asks nothing with ${part}.`);
  return found + 1;
}

it('a push that found no firewalls has delivered nothing: it is not called effective', () => {
  const kind = FAULT_KINDS.find(({ name }) => name === 'empty reading');
  if (kind === undefined) throw new Error('There are empty readings.');
  const committed = requestOf('<commit>');
  const { result, violations, told } = runCase(STAGE, kind, requestOf('<devicegroups>', committed));
  expect(violations).toEqual([]);
  expect(result).toBe('completed by re-run');
  expect(told.join('\n')).toContain('was not pushed to it');
});

describe('the suite finds', () => {
  it('a foreign rule that is lost', () => {
    const kind: FaultKind = {
      name: 'our own key deletes a rule of somebody else',
      counts: 'requests',
      inject: (server, at) => {
        server.deliver = (request, number) => {
          const xpath = `${groupPath(server.deviceGroup)}/pre-rulebase/security/rules/entry[@name='corporate-dns']`;
          if (number === at) askPlainly(server.panorama.handle, { type: 'config', action: 'delete', xpath }, OWN_KEY);
          return server.calmly(request);
        };
      },
    };
    expect(runCase(STAGE, kind, requestOf('<commit>')).violations.join('\n')).toContain(
      'What belongs to others differs',
    );
  });

  it('rules that are called effective, and are on no firewall', () => {
    const body = '<response status="success" code="13"><msg>There are no changes to commit.</msg></response>';
    const kind: FaultKind = {
      name: 'Panorama says that there is nothing to push, and that all is in sync',
      counts: 'requests',
      inject: (server) => {
        server.deliver = (request) => {
          if (request.params.action === 'all') {
            return { kind: 'answer', response: { status: 200, reason: 'OK', headers: {}, body }, delayMilliseconds: 0 };
          }
          const calm = server.calmly(request);
          if (calm.kind !== 'answer') return calm;
          const said = calm.response.body.replaceAll('Out of Sync', 'In Sync');
          return { ...calm, response: { ...calm.response, body: said } };
        };
      },
    };
    expect(runCase(STAGE, kind, 1).violations.join('\n')).toContain('not on every firewall');
  });
});
