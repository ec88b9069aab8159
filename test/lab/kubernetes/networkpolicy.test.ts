import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../../tools/lab/kubernetes/values/json';
import { at, Client, matching, POLICIES_IN, textAt } from './client';

const CIDR = 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)';
const from = (...peers: readonly JsonObject[]): JsonObject => ({ ingress: [{ from: peers }] });
const ports = (...list: readonly JsonObject[]): JsonObject => ({ egress: [{ ports: list }] });
const selector = (expression: JsonObject): JsonObject => ({ podSelector: { matchExpressions: [expression] } });

describe('NetworkPolicy defaults', () => {
  it.each([
    [{}, { podSelector: {}, policyTypes: ['Ingress'] }],
    [
      { egress: [{ ports: [{ port: 53 }] }] },
      { podSelector: {}, egress: [{ ports: [{ port: 53, protocol: 'TCP' }] }], policyTypes: ['Ingress', 'Egress'] },
    ],
    [{ egress: [] }, { podSelector: {}, policyTypes: ['Ingress'] }],
    [
      { policyTypes: ['Egress'], ingress: [] },
      { podSelector: {}, policyTypes: ['Egress'] },
    ],
    [
      { ingress: [{ from: [], ports: [{}] }] },
      { podSelector: {}, ingress: [{ ports: [{ protocol: 'TCP' }] }], policyTypes: ['Ingress'] },
    ],
    [
      { podSelector: { matchLabels: {} }, ingress: [{ from: [{ podSelector: {} }] }] },
      { podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }], policyTypes: ['Ingress'] },
    ],
  ])('%j is kept as %j', (spec, kept) => {
    expect(new Client().policy('p', spec).json.spec).toEqual(kept);
  });

  it('takes null for what is not there', () => {
    const spec = { podSelector: null, ingress: null, egress: [{ to: null, ports: null }] };
    const { json } = new Client().policy('p', spec);
    expect(json.spec).toEqual({ podSelector: {}, egress: [{}], policyTypes: ['Ingress', 'Egress'] });
  });
});

describe('NetworkPolicy validation', () => {
  it.each<[JsonObject, string, string]>([
    [from({}), 'spec.ingress[0].from[0]', 'Required value: must specify a peer'],
    [
      from({ podSelector: {}, ipBlock: { cidr: '10.0.0.0/8' } }),
      'spec.ingress[0].from[0]',
      'Forbidden: may not specify both ipBlock and another peer',
    ],
    [from({ ipBlock: {} }), 'spec.ingress[0].from[0].ipBlock.cidr', 'Required value'],
    [
      from({ ipBlock: { cidr: '10.0.0.1' } }),
      'spec.ingress[0].from[0].ipBlock.cidr',
      `Invalid value: "10.0.0.1": ${CIDR}`,
    ],
    [
      from({ ipBlock: { cidr: '10.0.0.0/33' } }),
      'spec.ingress[0].from[0].ipBlock.cidr',
      `Invalid value: "10.0.0.0/33": ${CIDR}`,
    ],
    [
      from({ ipBlock: { cidr: '10.0.0.0/8', except: ['10.0.0.0/8'] } }),
      'spec.ingress[0].from[0].ipBlock.except[0]',
      'Invalid value: "10.0.0.0/8": must be a strict subset of `cidr`',
    ],
    [
      from({ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '11.0.0.0/16'] } }),
      'spec.ingress[0].from[0].ipBlock.except[1]',
      'Invalid value: "11.0.0.0/16": must be a strict subset of `cidr`',
    ],
    [
      from({ ipBlock: { cidr: '::/0', except: ['10.0.0.0/8'] } }),
      'spec.ingress[0].from[0].ipBlock.except[0]',
      'Invalid value: "10.0.0.0/8": must be a strict subset of `cidr`',
    ],
    [ports({ port: 0 }), 'spec.egress[0].ports[0].port', 'Invalid value: 0: must be between 1 and 65535, inclusive'],
    [
      ports({ port: 90, endPort: 80 }),
      'spec.egress[0].ports[0].endPort',
      'Invalid value: 80: must be greater than or equal to `port`',
    ],
    [
      ports({ port: 90, endPort: 70000 }),
      'spec.egress[0].ports[0].endPort',
      'Invalid value: 70000: must be between 1 and 65535, inclusive',
    ],
    [
      ports({ port: 'http', endPort: 90 }),
      'spec.egress[0].ports[0].endPort',
      'Invalid value: 90: may not be specified when `port` is non-numeric',
    ],
    [
      ports({ endPort: 90 }),
      'spec.egress[0].ports[0].endPort',
      'Invalid value: 90: may not be specified when `port` is not specified',
    ],
    [
      ports({ port: 'Http' }),
      'spec.egress[0].ports[0].port',
      'Invalid value: "Http": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)',
    ],
    [
      ports({ port: 'a-name-that-is-too-long' }),
      'spec.egress[0].ports[0].port',
      'Invalid value: "a-name-that-is-too-long": must be no more than 15 characters',
    ],
    [
      ports({ protocol: 'ICMP' }),
      'spec.egress[0].ports[0].protocol',
      'Unsupported value: "ICMP": supported values: "TCP", "UDP", "SCTP"',
    ],
    [
      { policyTypes: ['ingress'] },
      'spec.policyTypes[0]',
      'Unsupported value: "ingress": supported values: "Ingress", "Egress"',
    ],
    [
      { policyTypes: ['Ingress', 'Egress', 'Ingress'] },
      'spec.policyTypes',
      'Invalid value: []networking.PolicyType{"Ingress", "Egress", "Ingress"}: may not specify more than two policyTypes',
    ],
    [
      selector({ key: 'a', operator: 'In' }),
      'spec.podSelector.matchExpressions[0].values',
      "Required value: must be specified when `operator` is 'In' or 'NotIn'",
    ],
    [
      selector({ key: 'a', operator: 'Exists', values: ['b'] }),
      'spec.podSelector.matchExpressions[0].values',
      "Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
    ],
    [
      selector({ key: 'a', operator: 'Equals' }),
      'spec.podSelector.matchExpressions[0].operator',
      'Invalid value: "Equals": not a valid selector operator',
    ],
    [
      { podSelector: { matchLabels: { a: 'b c' } } },
      'spec.podSelector.matchLabels',
      "Invalid value: \"b c\": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
    ],
  ])('refuses %j', (spec, field, message) => {
    const { status, json } = new Client().policy('p', spec);
    expect(status).toBe(422);
    expect(at(json, 'details', 'causes')).toEqual([{ reason: matching(/^FieldValue/), message, field }]);
    expect(json.message).toBe(`NetworkPolicy.networking.k8s.io "p" is invalid: ${field}: ${message}`);
    expect([json.reason, at(json, 'details', 'kind'), at(json, 'details', 'group')]).toEqual([
      'Invalid',
      'NetworkPolicy',
      'networking.k8s.io',
    ]);
  });

  it('names every mistake in one answer', () => {
    const { json } = new Client().policy('Bad_Name', { ...from({}), ...ports({ port: 0 }) });
    expect(json.message).toMatch(
      / is invalid: \[metadata\.name: .*, spec\.ingress\[0\]\.from\[0\]: .*, spec\.egress\[0\]/,
    );
    expect(at(json, 'details', 'causes')).toHaveLength(3);
  });

  it.each([
    [
      { ingress: 'all' },
      'cannot unmarshal string into Go struct field NetworkPolicySpec.spec.ingress of type []v1.NetworkPolicyIngressRule',
    ],
    [
      ports({ port: 80, endPort: '90' }),
      'cannot unmarshal string into Go struct field NetworkPolicyPort.spec.egress.ports.endPort of type int32',
    ],
    [
      { podSelector: { matchLabels: { a: 1 } } },
      'cannot unmarshal number into Go struct field LabelSelector.spec.podSelector.matchLabels of type string',
    ],
    [
      ports({ port: true }),
      'cannot unmarshal bool into Go struct field NetworkPolicyPort.spec.egress.ports.port of type intstr.IntOrString',
    ],
  ])('refuses %j as no NetworkPolicy at all', (spec, message) => {
    const { status, json } = new Client().policy('p', spec);
    expect([status, json.reason]).toEqual([400, 'BadRequest']);
    expect(json.message).toBe(`NetworkPolicy in version "v1" cannot be handled as a NetworkPolicy: json: ${message}`);
  });

  it('drops fields that it does not know, and warns; a strict client is refused', () => {
    const client = new Client();
    const body = { metadata: { name: 'p' }, spec: { podSelector: {}, ingres: [{}] } };
    const warned = client.post(POLICIES_IN('default'), body);
    expect(warned.headers.warning).toBe(String.raw`299 - "unknown field \"spec.ingres\""`);
    expect(warned.json.spec).toEqual({ podSelector: {}, policyTypes: ['Ingress'] });
    const strict = client.post(`${POLICIES_IN('default')}?fieldValidation=Strict`, body);
    expect(strict.json.message).toBe(
      'NetworkPolicy in version "v1" cannot be handled as a NetworkPolicy: strict decoding error: unknown field "spec.ingres"',
    );
    const ignored = client.post(`${POLICIES_IN('kube-system')}?fieldValidation=Ignore`, body);
    expect([ignored.status, ignored.headers.warning]).toEqual([201, undefined]);
  });

  it('takes IPv4 with leading zeroes and blocks with host bits, as the API server does', () => {
    expect(new Client().policy('p', from({ ipBlock: { cidr: '010.0.0.1/8', except: ['10.1.0.1/16'] } })).status).toBe(
      201,
    );
  });

  it('bounds annotations by size, labels by format', () => {
    const client = new Client();
    const post = (metadata: JsonObject): unknown =>
      client.post(POLICIES_IN('default'), { metadata: { name: 'p', ...metadata }, spec: {} }).json.message;
    expect(post({ annotations: { a: 'x'.repeat(256 * 1024) } })).toBe(
      'NetworkPolicy.networking.k8s.io "p" is invalid: metadata.annotations: Too long: may not be more than 262144 bytes',
    );
    expect(post({ labels: { 'a/b/c': 'd' } })).toContain('metadata.labels: Invalid value: "a/b/c": a valid label key');
    expect(post({ annotations: { 'Ok.Example/Name': 'any text at all, ü' } })).toBeUndefined();
  });
});

const CORPUS = join(__dirname, '../../../../shared/corpus');

describe('the corpus', () => {
  (existsSync(CORPUS) ? it : it.skip)('holds only policies that the stand-in takes', () => {
    const refused: string[] = [];
    let taken = 0;
    for (const path of readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('cluster.json')) continue;
      const { policies } = JSON.parse(readFileSync(join(CORPUS, path), 'utf8')) as { policies: JsonObject[] };
      const client = new Client();
      policies.forEach((policy, index) => {
        const metadata = { ...(policy.metadata as JsonObject), namespace: 'default', name: `p${index}` };
        const answer = client.post(POLICIES_IN('default'), { ...policy, metadata });
        if (answer.status === 201) taken += 1;
        else refused.push(`${path}: ${textAt(answer.json, 'message')}`);
      });
    }
    expect(refused).toEqual([]);
    expect(taken).toBeGreaterThan(500);
  });
});
