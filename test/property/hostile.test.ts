import { outcomeEvents, STAGES } from '../../scripts/case/outcomes';
import { policyStates } from '../../scripts/case/policystates';
import { commitCommand, pushCommand } from '../../scripts/panorama/api/commands';
import { PROBLEMS, type Problem } from '../../scripts/panorama/api/problems';
import { problemsTable } from '../../scripts/panorama/prepare/view';
import { entryXml, plainEntryXml } from '../../scripts/panorama/api/xml';
import { entriesPath, entryPath, rulesPath, scopePath } from '../../scripts/panorama/api/xpath';
import { diagnosticsTable } from '../../scripts/policy/views/diagnostics';
import { planRulesTables } from '../../scripts/policy/views/planrules';
import { planSituationsTable } from '../../scripts/policy/views/plansituations';
import { groupsTable, rulesTable } from '../../scripts/policy/views/rulebase';
import { planRulebase } from '../../scripts/policy/plan/plan';
import { buildSnapshot } from '../../scripts/policy/kubernetes/snapshot';
import { localProfile } from '../../scripts/policy/profile/defaults';
import { configNode, rulebaseNode } from '../../scripts/policy/panos/configxml';
import { branch, entryNode, leaf, xmlText } from '../../scripts/policy/panos/xml';
import { oneLine } from '../../scripts/policy/text/printable';
import { byteLength } from '../../scripts/policy/text/utf8';
import type { Client } from '../../scripts/watcher/api/client';
import { writeEvent } from '../../scripts/watcher/report/events';
import { makeIncident } from '../../scripts/watcher/watch/incident';
import { errorEntry } from '../../scripts/xsoar/entries';
import { contextEntry } from '../../scripts/xsoar/outputs';
import { readText } from '../../scripts/yaml/read';
import { diagnosticsText } from '../../tools/cli/output';
import { terminalTable } from '../../tools/cli/terminaltable';
import { yamlText } from '../../tools/cli/yamltext';
import { toConfig } from '../../tools/lab/panorama/tree/convert';
import { parseFragment } from '../../tools/lab/panorama/tree/parse';
import { select } from '../../tools/lab/panorama/xpath/evaluate';
import { parseXpath } from '../../tools/lab/panorama/xpath/parse';
import { foreignRule, ownRule, rule, rulebase } from '../policy/plan/support';
import {
  asXml,
  expectHarmlessMarkdown,
  expectOneLine,
  expectSame,
  expectSameTable,
  expectSameXml,
} from '../support/harmless';
import { render } from '../support/renderer';
import { fc } from '../support/seed';
import { hostileCluster } from './hostilecluster';
import { hostileText } from './hostiletexts';
import { compileCluster } from './pipeline';

/** Texts of other people, end to end through the functions of the pack: they stay texts. */

const CASES = Number(process.env.CNSERIES_CASES ?? 2000);
const PROFILE = localProfile('shop', 'dg');

describe(`${CASES} hostile inputs`, () => {
  it('from a cluster stay texts in rules, XML, files, tables, findings and Events', () => {
    const seen = { rulebases: 0, tickets: 0, findings: 0 };
    fc.assert(
      fc.property(hostileCluster, (objects) => {
        const { translation, diagnostics } = compileCluster({ objects, profile: PROFILE, services: [], lastGood: [] });
        const { rulebase, refusals, origins, dependsOn } = translation;
        if (rulebase !== undefined) {
          seen.rulebases++;
          expectSameXml(xmlText(rulebaseNode(rulebase)), rulebaseNode(rulebase));
          for (const entry of [...rulebase.rules, ...rulebase.addressGroups, ...rulebase.services]) {
            expectSameXml(entryXml(entry, 'u'), configNode(entry));
            expectFound(entry.name);
          }
          const descriptions = rulebase.rules.map(({ description }) => description);
          descriptions.forEach(expectOneLine);
          if (descriptions.some((one) => /Tickets: .*[^ -,.0-9A-Za-z]/.test(one))) seen.tickets++;
          for (const table of [rulesTable(rulebase), groupsTable(rulebase)]) expectSameTable(table);
          const document = { ...rulebase, origins, dependsOn };
          const value = JSON.parse(JSON.stringify(document)) as unknown;
          expect(readText(yamlText(document))).toEqual([{ kind: 'value', value }]);
        }
        seen.findings += diagnostics.length;
        expectSameTable(diagnosticsTable(diagnostics));
        expectSame(diagnosticsText(diagnostics).split('\n').length, 3 * diagnostics.length + 1);
        for (const line of diagnosticsText(diagnostics).split('\n')) expectOneLine(line);
        for (const line of terminalTable(diagnosticsTable(diagnostics), 120).split('\n')) expectOneLine(line);
        const { snapshot } = buildSnapshot(objects, 'shop');
        for (const { Message } of policyStates(refusals, snapshot.policies, [])) expectEvent(Message);
      }),
      { numRuns: CASES },
    );
    console.log(JSON.stringify(seen));
    if (CASES < 1000) return;
    expect(seen.rulebases / CASES).toBeGreaterThan(0.3);
    expect(seen.tickets / CASES).toBeGreaterThan(0.05);
    expect(seen.findings / CASES).toBeGreaterThan(0.3);
  });

  it('in changes of a cluster stay texts in the incident', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (namespace, name, cluster) => {
        const change = {
          action: 'added',
          kind: 'NetworkPolicy',
          namespace,
          name,
          uid: '',
          resourceVersion: '',
        } as const;
        const facts = { clusterUID: 'u', reason: 'changed', changes: [change], digest: 'd', at: 0 } as const;
        const { rawJSON } = makeIncident({ ...facts, cluster });
        const data = JSON.parse(rawJSON) as { readonly summary: string; readonly changes: readonly unknown[] };
        expectHarmlessMarkdown(data.summary);
        expect(data.changes).toEqual([change]);
      }),
      { numRuns: CASES },
    );
  });

  it('from Panorama stay texts in plans and problems, and are written back as they were', () => {
    const codes = Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[];
    fc.assert(
      fc.property(hostileText, hostileText, fc.nat(codes.length - 1), (name, text, code) => {
        const found = problemOf(codes[code], [name, text]);
        expectSameTable(problemsTable(name, [found]));
        const kept = foreignRule(name, foreignAllow(name, text));
        const changed = { ...ownRule(rule('c1.a deny web api tcp-80')), name: text };
        const state = { ...EMPTY_STATE, rules: [kept, changed], above: [foreignAllow(name, text)] };
        const desired = rulebase([rule('c1.b allow web api tcp-80')]);
        const plan = planRulebase(desired, state, localProfile('c1', 'dg'));
        const tables = planRulesTables({ plan, state, rulebase: desired, behind: { 'c1.b': text } });
        for (const table of [...tables, planSituationsTable(plan)]) expectSameTable(table);
        const entry = {
          name: asXml(name),
          children: { description: [asXml(text)], tag: [{ children: { member: [asXml(name)] } }] },
        };
        const meant = entryNode(name, [leaf('description', text), branch('tag', [leaf('member', name)])]);
        expectSameXml(plainEntryXml(entry, 'u'), meant);
      }),
      { numRuns: CASES },
    );
  });

  it('as names find the entry of this name in an XPath, and nothing else', () => {
    fc.assert(fc.property(hostileText, expectFound), { numRuns: CASES });
  });

  it('as reasons, names of people and answers stay one line in Events, fields, errors and descriptions', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom(...STAGES), (text, stage) => {
        const change = { action: 'added', kind: 'NetworkPolicy', namespace: 'shop', name: 'web', uid: 'u' };
        for (const { message } of outcomeEvents(stage, [change], [], { reason: text, where: text }))
          expectEvent(message);
        expectOneLine(String(errorEntry(text).Contents));
        for (const command of [
          commitCommand({ scope: 'full', description: text }),
          pushCommand({ deviceGroup: 'dg', description: text }),
        ]) {
          const said = descriptionIn(command);
          expectOneLine(said);
          if (said.length > 512) throw new Error(`${said.length} characters: ${said}`);
        }
        const outputs = {
          path: 'A',
          key: 'B',
          fields: { B: { type: 'String', inForms: true, description: '' } },
        } as const;
        const { EntryContext } = contextEntry(outputs, '', { B: text });
        const { BMarkdown } = Object.values(EntryContext ?? {})[0] as { readonly BMarkdown: string };
        expectSame(render(BMarkdown).text, oneLine(text));
        expectHarmlessMarkdown(BMarkdown);
      }),
      { numRuns: CASES },
    );
  });
});

const EMPTY_STATE = {
  deviceGroup: 'dg',
  rulebase: 'pre',
  rules: [],
  objects: [],
  ruleNamesInOtherRulebases: [],
  taggedElsewhere: [],
  above: [],
  below: [],
  defaultRules: { intrazone: 'allow', interzone: 'deny' },
} as const;

function foreignAllow(name: string, text: string): Parameters<typeof foreignRule>[1] & object {
  const any = ['any'];
  return { name, location: text, action: 'allow', from: any, to: any, source: any, destination: any };
}

/** The problem with hostile texts in all of its places. */
function problemOf(code: Problem['code'], texts: readonly string[]): Problem {
  const { text, remedy } = PROBLEMS[code];
  const names = [...`${text} ${remedy}`.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name]) => name);
  return { code, params: Object.fromEntries(names.map((name, index) => [name, texts[index % texts.length]])) };
}

/** The configuration with rules and device groups of these names, as Panorama has them; by the emulator's own parser. */
function configWith(name: string): ReturnType<typeof toConfig> {
  const rules = branch(
    'rules',
    ['web', name, 'corporate-dns'].map((one) => entryNode(one, [leaf('action', 'allow')])),
  );
  const group = (one: string): ReturnType<typeof branch> =>
    entryNode(one, [branch('pre-rulebase', [branch('security', [rules])])]);
  const device = entryNode('localhost.localdomain', [branch('device-group', ['other', name].map(group))]);
  const parsed = parseFragment(xmlText(branch('config', [branch('devices', [device]), branch('shared', [])])));
  if (!parsed.ok) throw new Error(parsed.reason);
  return toConfig(parsed.elements[0]);
}

/** Panorama itself has no names with an apostrophe, and the path of one is refused. */
function expectFound(written: string): void {
  const name = asXml(written);
  if (name === 'web' || name === 'corporate-dns' || name === 'other') return;
  const root = configWith(name);
  const find = (path: () => string): readonly string[] => {
    let xpath;
    try {
      xpath = path();
    } catch {
      if (name.includes("'")) return [name];
      throw new Error(`the path of ${JSON.stringify(name)} is refused`);
    }
    const parsed = parseXpath(xpath);
    if (parsed === undefined) throw new Error(`no XPath: ${xpath}`);
    return select(root, parsed).map((item) => (item.kind === 'node' ? (item.node.name ?? '') : ''));
  };
  const found = [
    find(() => entryPath(rulesPath(name, 'pre'), name)),
    find(() => entriesPath(rulesPath(name, 'pre'), [name])),
    find(() => scopePath(name)),
  ];
  expectSame(JSON.stringify(found), JSON.stringify([[name], [name], [name]]));
}

/** What an Event with this message says to its reader, by what is sent to the API server. */
function expectEvent(message: string): void {
  let sent = '';
  const host = {
    now: () => 0,
    http: ({ body }: { readonly body: string }) => {
      sent = body;
      return { status: 201, headers: {}, body: '' };
    },
  };
  const client = { host, settings: { url: '', token: 't0ken', trust: 'verify', route: 'direct' } } as unknown as Client;
  const policy = { metadata: { name: 'web', namespace: 'shop', uid: 'u' } };
  writeEvent(client, policy, { type: 'Normal', reason: 'Effective', message });
  const event = JSON.parse(sent) as { readonly message: string; readonly metadata: { readonly name: string } };
  expectOneLine(event.message);
  if (byteLength(event.message) > 1024) throw new Error(`${byteLength(event.message)} bytes: ${event.message}`);
  if (!/^web\.[0-9a-f]{16}$/.test(event.metadata.name)) throw new Error(event.metadata.name);
}

function descriptionIn(command: string): string {
  const parsed = parseFragment(command);
  if (!parsed.ok) throw new Error(`${parsed.reason} in ${command}`);
  const all = (elements: typeof parsed.elements): typeof parsed.elements =>
    elements.flatMap((element) => [element, ...all(element.children)]);
  return all(parsed.elements).find(({ tag }) => tag === 'description')?.text ?? '';
}
