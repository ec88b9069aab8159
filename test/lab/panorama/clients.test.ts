import { Client, DG, entry, objectAt, rule, RULES, textsOf } from './client';
import type { XmlElement } from '../../../tools/lab/panorama/tree/parse';

/** What the vendor's Python libraries rely on; `npm run check:panorama` runs the libraries themselves. */

const below = (element: XmlElement | undefined, ...tags: readonly string[]): XmlElement | undefined =>
  tags.reduce<XmlElement | undefined>((node, tag) => node?.children.find((child) => child.tag === tag), element);

describe('show devices', () => {
  it('gives each firewall a virtual system, a version and a status that may be empty', () => {
    const { xml } = new Client().op('<show><devices><all/></devices></show>');
    const first = below(xml, 'result', 'devices', 'entry');
    expect(below(first, 'vsys', 'entry')?.attributes.name).toBe('vsys1');
    expect(below(first, 'vsys', 'entry', 'shared-policy-status')?.text).toBe('');
    expect(below(first, 'sw-version')?.text).toBe('11.1.4');
  });

  it('tells in the device group whether a firewall is in sync, and leaves its virtual systems out', () => {
    const { xml } = new Client().op('<show><devicegroups><name>shop</name></devicegroups></show>');
    const first = below(xml, 'result', 'devicegroups', 'entry', 'devices', 'entry');
    expect(below(first, 'shared-policy-status')?.text).toBe('Out of Sync');
    expect(below(first, 'vsys')?.children).toEqual([]);
  });
});

describe('reads of attributes', () => {
  it('give the entries with nothing but the attribute', () => {
    const client = new Client();
    client.set(RULES, entry('a', rule()) + entry('b', rule()));
    const { body, code } = client.get(`${RULES}/entry/@name`);
    expect(body).toContain('<result total-count="2" count="2"><entry name="a"/><entry name="b"/></result>');
    expect(code).toBe('19');
  });

  it('escape the name', () => {
    const client = new Client();
    client.set(`${DG}/tag`, '<entry name="a&lt;&amp;&quot;b"/>');
    expect(client.get(`${DG}/tag/entry/@name`).body).toContain('<entry name="a&lt;&amp;&quot;b"/></result>');
  });
});

describe('a delete that means several entries', () => {
  const predicate = `${RULES}/entry[@name='a' or @name='b']`;

  it('is refused, as some versions do', () => {
    const client = new Client();
    client.set(RULES, entry('a', rule()) + entry('b', rule()));
    expect(client.delete(predicate).lines).toEqual(['The request could not be handled']);
    expect(client.ruleNames()).toEqual(['a', 'b']);
  });

  it('deletes all of them where the option says so, or none when one is in use', () => {
    const client = new Client({ deleteOfSeveral: 'carried-out' });
    client.set(`${DG}/tag`, entry('free', '') + entry('used', ''));
    client.set(RULES, entry('a', rule({ tag: ['used'] })) + entry('b', rule()));
    expect(client.delete(`${DG}/tag/entry[@name='free' or @name='used']`).code).toBe('10');
    expect(client.get(objectAt('tag', 'free')).code).toBe('19');
    expect(client.delete(predicate).code).toBe('20');
    expect(client.ruleNames()).toEqual([]);
  });
});

describe('request move-dg', () => {
  const moveTo = (client: Client, name: string, parent: string) =>
    client.op(`<request><move-dg><entry name="${name}">${parent}</entry></move-dg></request>`);
  const under = (parent: string): string => `<new-parent-dg>${parent}</new-parent-dg>`;
  const parents = (client: Client): readonly string[] =>
    [
      ...client
        .get("/config/readonly/devices/entry/device-group/entry[@name='other']")
        .body.matchAll(/<parent-dg>([^<]*)/g),
    ].map(([, parent]) => parent);

  it('hangs a device group below another one, and below Shared again, in a job that has ended', () => {
    const client = new Client();
    const [job] = textsOf(moveTo(client, 'other', under('shop')).xml, 'job');
    expect(client.op(`<show><jobs><id>${job}</id></jobs></show>`).body).toMatch(/<status>FIN<.*<result>OK</);
    expect(parents(client)).toEqual(['shop']);
    expect(client.show("/config/readonly/devices/entry/device-group/entry[@name='other']").body).toContain('shop');
    moveTo(client, 'other', '');
    expect(parents(client)).toEqual([]);
  });

  it('lets the device group see the objects of its new ancestors', () => {
    const client = new Client();
    client.set(`${DG}/tag`, entry('mine', ''));
    const other = DG.replace("'shop'", "'other'");
    const tagged = entry('r', rule({ tag: ['mine'] }));
    expect(client.set(`${other}/pre-rulebase/security/rules`, tagged).status).toBe('error');
    moveTo(client, 'other', under('shop'));
    expect(client.set(`${other}/pre-rulebase/security/rules`, tagged).status).toBe('success');
    expect(moveTo(client, 'other', '').lines.join()).toContain("'mine' is not a valid reference");
    expect(parents(client)).toEqual(['shop']);
  });

  it('refuses a circle, an unknown device group and the move of somebody who must wait for a lock', () => {
    const client = new Client();
    expect(moveTo(client, 'parent', under('shop')).lines.join()).toContain('lies below parent');
    expect(moveTo(client, 'parent', under('parent')).lines.join()).toContain('lies below parent');
    expect(moveTo(client, 'nothing', under('shop')).lines.join()).toContain("'nothing' is not a valid reference");
    expect(moveTo(client, 'other', under('nothing')).lines.join()).toContain("'nothing' is not a valid reference");
    client.op('<request><config-lock><add/></config-lock></request>');
    expect(moveTo(client.as('key-bob'), 'other', under('shop')).lines).toEqual(['Configuration is locked by alice']);
  });

  it('refuses a place where a rule of the same name is', () => {
    const client = new Client();
    client.set(RULES, entry('same', rule()));
    client.set(`${DG.replace("'shop'", "'other'")}/pre-rulebase/security/rules`, entry('same', rule()));
    expect(moveTo(client, 'other', under('shop')).status).toBe('error');
    expect(parents(client)).toEqual([]);
  });
});
