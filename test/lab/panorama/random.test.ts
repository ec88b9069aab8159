import { fc } from '../../support/seed';
import { Client, DG, entry, objectAt, rule, ruleAt, RULES, textsOf } from './client';

/** Few names, so that steps meet each other. */
const ruleName = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const objectName = fc.constantFrom('x', 'y', 'z');
const who = fc.constantFrom('alice', 'bob');

type Step =
  | { readonly kind: 'set-rule' | 'edit-rule'; readonly who: string; readonly name: string; readonly source: string }
  | { readonly kind: 'delete-rule' | 'delete-object' | 'set-object'; readonly who: string; readonly name: string }
  | { readonly kind: 'move'; readonly who: string; readonly name: string; readonly where: string; readonly dst: string }
  | { readonly kind: 'commit' | 'revert'; readonly who: string }
  | { readonly kind: 'multi'; readonly who: string; readonly name: string; readonly source: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('set-rule' as const, 'edit-rule' as const),
    who,
    name: ruleName,
    source: objectName,
  }),
  fc.record({ kind: fc.constantFrom('delete-rule' as const), who, name: ruleName }),
  fc.record({ kind: fc.constantFrom('delete-object' as const, 'set-object' as const), who, name: objectName }),
  fc.record({
    kind: fc.constant('move' as const),
    who,
    name: ruleName,
    where: fc.constantFrom('top', 'bottom', 'before', 'after'),
    dst: ruleName,
  }),
  fc.record({ kind: fc.constantFrom('commit' as const, 'revert' as const), who }),
  fc.record({ kind: fc.constant('multi' as const), who, name: ruleName, source: objectName }),
);

function carryOut(base: Client, one: Step): void {
  const client = base.as(`key-${one.who}`);
  switch (one.kind) {
    case 'set-rule':
      client.set(
        RULES,
        entry(
          one.name,
          rule({ source: [one.source] }).replace('<action>', `<description>${one.who}</description><action>`),
        ),
      );
      return;
    case 'edit-rule':
      client.edit(ruleAt(one.name), entry(one.name, rule({ destination: [one.source] })));
      return;
    case 'delete-rule':
      client.delete(ruleAt(one.name));
      return;
    case 'set-object':
      client.set(objectAt('address', one.name), '<ip-netmask>10.0.0.1</ip-netmask>');
      return;
    case 'delete-object':
      client.delete(objectAt('address', one.name));
      return;
    case 'move':
      client.move(ruleAt(one.name), one.where, one.dst);
      return;
    case 'commit':
      client.commitOwn(one.who);
      return;
    case 'revert':
      client.op(`<revert><config><partial><admin><member>${one.who}</member></admin></partial></config></revert>`);
      return;
    case 'multi': {
      const at = (path: string): string => path.replaceAll("'", '&apos;');
      const operations =
        `<delete xpath="${at(ruleAt(one.name))}"/><set xpath="${at(RULES)}">${entry(one.name, rule({ source: [one.source] }))}</set>` +
        `<delete xpath="${at(objectAt('address', one.source))}"/>`;
      const before = client.get(DG).body;
      const answer = client.send({ type: 'config', action: 'multi-config', element: `<r>${operations}</r>` });
      if (answer.status === 'error') expect(client.get(DG).body).toBe(before);
    }
  }
}

/** The configuration of the device group without marks. */
const plain = (body: string): string =>
  body.replace(/ admin="[^"]*" dirtyId="\d+" time="[^"]*"/g, '').replace(/^.*?<result[^>]*>/, '');

describe('any sequence of changes by two administrators', () => {
  it('ends, with a full commit, in a running configuration that equals the candidate and has no marks', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const client = new Client();
        client.set(
          DG,
          `<address>${['x', 'y'].map((name) => entry(name, '<ip-netmask>10.0.0.1</ip-netmask>')).join('')}</address>`,
        );
        for (const one of steps) carryOut(client, one);
        const before = plain(client.get(RULES).body);
        const job = client.commit('<force/>');
        expect(textsOf(job.xml, 'result')[0]).toBe('OK');
        const body = client.get(RULES).body;
        expect(body).not.toContain('dirtyId');
        expect(plain(body)).toBe(before);
        if (client.ruleNames().length > 0) expect(plain(client.show(RULES).body)).toBe(before);
        expect(client.op('<check><pending-changes/></check>').body).toContain('<result>no</result>');
        expect(client.op('<show><config><list><changes/></list></config></show>').body).toContain('<result></result>');
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no rule that names an object which is gone, in the candidate and in the running configuration', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const client = new Client();
        for (const one of [{ kind: 'set-object', who: 'bob', name: 'x' } as const, ...steps]) {
          carryOut(client, one);
          for (const read of [client.get, client.show]) {
            const present = new Set(
              read(`${DG}/address/entry`).xml?.children[0]?.children.map((node) => node.attributes.name),
            );
            const named = ['x', 'y', 'z'].filter((name) =>
              read(`${RULES}/entry[source/member='${name}' or destination/member='${name}']`).body.includes('<entry'),
            );
            expect(named.filter((name) => !present.has(name))).toEqual([]);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
