import { readDevices } from '../../scripts/panorama/devices';
import { verifyGroups, type ExpectedGroups } from '../../scripts/panorama/verify';
import { collectObjects } from '../../scripts/policy/kubernetes/objects';
import { buildSnapshot } from '../../scripts/policy/kubernetes/snapshot';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import type { Rulebase } from '../../scripts/policy/panos/entry';
import { auditRulebase } from '../../scripts/policy/plan/audit';
import type { ClusterProfile } from '../../scripts/policy/profile/types';
import { translate } from '../../scripts/policy/translate';
import { readSources } from '../../tools/cli/documents';
import { corpusCases, clusterObjects } from '../corpus/cluster';
import { GROUP, Lab, OPTIONS, PROFILE, words } from './support';

const SHARED =
  '<tag><entry name="corporate"/></tag>' +
  '<profile-group><entry name="pci-strict"><virus><member>default</member></virus></entry></profile-group>' +
  '<log-settings><profiles><entry name="default"/><entry name="soc"/><entry name="pci-audit"/></profiles></log-settings>' +
  '<profiles><custom-url-category><entry name="financial-services"/></custom-url-category></profiles>';

function exampleObjects(): readonly RawObject[] {
  return collectObjects(readSources(['examples/shop']).documents).objects;
}

function boutiqueObjects(): readonly RawObject[] {
  const found = corpusCases().find(({ name }) => name === 'GoogleCloudPlatform-microservices-demo/online-boutique');
  return found === undefined ? [] : clusterObjects(found.cluster);
}

function compiled(objects: readonly RawObject[], profile: ClusterProfile): Rulebase {
  const { snapshot } = buildSnapshot(objects, 'shop', []);
  const { rulebase } = translate({ snapshot, profile, services: [], lastGood: [] });
  if (rulebase === undefined) throw new Error('The cluster cannot be translated.');
  return auditRulebase(rulebase, profile);
}

function isPolicy(object: RawObject): boolean {
  return object.kind === 'NetworkPolicy';
}

function nameOf(object: RawObject): string {
  return String((object.metadata as { readonly name?: unknown }).name);
}

/** The addresses with the tags that each group asks for, one address for each group. */
function registerPods(lab: Lab, rulebase: Rulebase): ExpectedGroups {
  const used = new Set(rulebase.rules.flatMap((rule) => [...rule.source, ...rule.destination]));
  const members = new Set(
    rulebase.addressGroups.flatMap(({ match }) => (match.type === 'static' ? match.members : [])),
  );
  const dynamic = rulebase.addressGroups.flatMap(({ name, match }) =>
    match.type === 'dynamic' && (used.has(name) || members.has(name)) ? [{ name, filter: match.filter }] : [],
  );
  const pods = dynamic.map(({ filter }, index) => ({
    address: `10.244.${Math.floor(index / 250)}.${(index % 250) + 1}`,
    tags: [...new Set([...filter.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? ''))].slice(0, 32),
  }));
  for (const { address, tags } of pods) lab.panorama.setRegistered(address, tags);
  return Object.fromEntries(
    dynamic.map(({ name, filter }) => [
      name,
      pods.filter(({ tags }) => matches(filter, tags)).map(({ address }) => address),
    ]),
  );
}

/** Evaluates a filter by turning it into JavaScript; its own tiny reading of the grammar. */
function matches(filter: string, tags: readonly string[]): boolean {
  const source = filter
    .replace(/'([^']*)'/g, (_whole, tag: string) => String(tags.includes(tag)))
    .replace(/ and /g, ' && ')
    .replace(/ or /g, ' || ');
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a judge that shares no parser with what it judges
  return (new Function(`return ${source};`) as () => boolean)();
}

/** Applies, and gives what was refused in words. */
function applied(lab: Lab, desired: Rulebase, profile: ClusterProfile): readonly string[] | string {
  const outcome = lab.apply(desired, profile);
  return outcome.kind === 'refused' || outcome.kind === 'failed' ? words(outcome.problems) : outcome.kind;
}

describe.each([
  ['examples/shop', exampleObjects()],
  ['the corpus: online-boutique', boutiqueObjects()],
])('a session on %s', (title, objects) => {
  if (objects.length === 0) {
    test('is skipped, because the corpus is not there', () => {
      process.stdout.write(`skipped: ${title}\n`);
    });
    return;
  }

  const profile: ClusterProfile = {
    ...PROFILE,
    inspection: 'server-only',
    podCIDRs: ['10.128.0.0/14', '10.244.0.0/16'],
  };
  const lab = new Lab({
    panorama: {
      shared: SHARED,
      applications: ['dns-base'],
      devices: (OPTIONS.devices ?? []).map((device, index) =>
        index === 2 ? { ...device, outcome: 'fails', message: 'Certificate expired' } : device,
      ),
    },
  });
  const foreign = [
    `${GROUP}/pre-rulebase/security/rules/entry[@name='corporate-dns']`,
    `${GROUP}/address-group/entry[@name='web servers']`,
    `${GROUP}/address`,
    '/config/shared',
  ];
  const before = foreign.map((xpath) => lab.candidate(xpath));
  const first = compiled(objects, profile);

  test('applies everything in at most six writes, and finds nothing to do the second time', () => {
    expect(first.rules.length).toBeGreaterThan(5);
    expect(applied(lab, first, profile)).toBe('applied');
    expect(lab.writes.length).toBeLessThanOrEqual(6);
    const sent = lab.writes.length;
    expect(applied(lab, first, profile)).toBe('unchanged');
    expect(lab.writes).toHaveLength(sent);
  });

  test('changes one policy, and then Panorama holds exactly that', () => {
    const target = objects.filter(isPolicy).map(nameOf).sort()[1];
    const ingress = [{ from: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports: [{ port: 4444 }] }];
    const changed = objects.map((object) =>
      isPolicy(object) && nameOf(object) === target
        ? { ...object, spec: { ...(object.spec as object), policyTypes: ['Ingress'], ingress, egress: [] } }
        : object,
    );
    const desired = compiled(changed, profile);
    expect(applied(lab, desired, profile)).toBe('applied');
    expect(lab.plan(desired, profile).operations).toEqual([]);
    expect(applied(lab, first, profile)).toBe('applied');
  });

  test('deletes one policy: its rules are gone, those of the others stay', () => {
    const target = objects.filter(isPolicy).map(nameOf).sort()[0];
    const desired = compiled(
      objects.filter((object) => !isPolicy(object) || nameOf(object) !== target),
      profile,
    );
    expect(applied(lab, desired, profile)).toBe('applied');
    const own = lab.ruleNames().filter((name) => name.startsWith('shop.'));
    expect(own).toEqual(desired.rules.map(({ name }) => name));
  });

  test('leaves the foreign rule and the foreign objects as they were, byte for byte', () => {
    expect(applied(lab, first, profile)).toBe('applied');
    expect(foreign.map((xpath) => lab.candidate(xpath))).toEqual(before);
  });

  test('commits, and the second commit finds nothing', () => {
    expect(lab.commit(profile)).toMatchObject({ kind: 'committed' });
    expect(lab.commit(profile)).toEqual({ kind: 'nothing' });
  });

  test('pushes to four firewalls; the one that fails is named with its reason', () => {
    const outcome = lab.push(profile);
    expect(outcome).toMatchObject({
      kind: 'failed',
      problem: { code: 'push-failed', params: { devices: 'fw-3 (003): Certificate expired' } },
    });
    const states = outcome.kind === 'failed' ? outcome.devices.map(({ state }) => state) : [];
    expect(states).toEqual(['succeeded', 'succeeded', 'failed', 'succeeded']);
  });

  test('is not effective while groups are empty, and effective when all of them hold their pods', () => {
    lab.panorama.setDevice('003', { outcome: 'succeeds' });
    expect(lab.push(profile)).toMatchObject({ kind: 'pushed' });
    const devices = readDevices(lab.port, profile.deviceGroup);
    if (devices.kind === 'failed') throw new Error('The devices cannot be read.');
    const expected = registerPods(lab, first);
    lab.panorama.clearRegistered();
    const empty = verifyGroups(lab.port, devices.devices, expected);
    expect(empty.verdict).toBe('not-effective');
    const kinds = empty.devices.flatMap((device) =>
      device.kind === 'read' ? device.differences.map(({ kind }) => kind) : ['failed'],
    );
    expect(new Set(kinds)).toEqual(new Set(['empty']));
    registerPods(lab, first);
    expect(verifyGroups(lab.port, devices.devices, expected).verdict).toBe('effective');
  });
});
