import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { prove } from '../../../scripts/policy/prove/prove';
import { judgedVersions } from '../../../scripts/policy/translate/judgedversions';
import { translateCluster } from '../../../tools/cli/cluster';

/** Nodes, host-network pods and probes as they are found in the wild (shared/wild). */

const WILD = resolve(__dirname, '../../../../shared/wild');

const PROFILE = resolve(__dirname, '../../../examples/profile.yaml');

interface Expected {
  /** A cluster of examples/profile.yaml; else the command line's settings for a preview. */
  readonly cluster?: string;
  /** Diagnostic codes. */
  readonly codes?: readonly string[];
  /** The rules for Nodes: name without the cluster, and the ports of their services. */
  readonly nodes: readonly string[];
}

const EXPECTED: readonly (readonly [name: string, expected: Expected])[] = [
  ['13-completed-pod-shares-address', { nodes: [] }],
  ['14-host-network-pod-in-empty-selector', { nodes: ['_hosts-to any'] }],
  ['56-node-addresses-as-block', { nodes: [] }],
  ['59-daemonset-host-network-template', { codes: ['host-network-subject'], nodes: ['_hosts-to any'] }],
  ['76-nodelocal-dns-link-local', { nodes: [] }],
  ['77-nodes-unknown', { cluster: 'careful', codes: ['nodes-unknown'], nodes: [] }],
];

const CASES = EXPECTED.filter(([name]) => existsSync(join(WILD, name)));

if (CASES.length < EXPECTED.length) console.log('shared/wild not found: its clusters are not read');

(CASES.length > 0 ? describe : describe.skip)('Nodes from the wild', () => {
  it.each(CASES.length > 0 ? CASES : EXPECTED)('%s', (name, { cluster, codes = [], nodes }) => {
    const file = readdirSync(join(WILD, name)).find((found) => found.startsWith('input.')) ?? '';
    const { translation, diagnostics, ...given } = translateCluster({
      file: [join(WILD, name, file)],
      ...(cluster === undefined ? {} : { profile: PROFILE, cluster }),
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
    const { rulebase } = translation;
    if (!rulebase) return;
    const ports = (service: string): string => rulebase.services.find((one) => one.name === service)?.port ?? service;
    const ofNodes = rulebase.rules.filter((rule) => /\._(nodes|hosts)/.test(rule.name));
    expect(ofNodes.map((rule) => `${rule.name.replace('local.', '')} ${rule.service.map(ports).join(' ')}`)).toEqual(
      nodes,
    );
    const judged = judgedVersions(translation.refusals, diagnostics);
    expect(prove({ ...given, rulebase, ...judged })).toMatchObject({ verdict: 'equal' });
  });
});
