import { readPolicy } from '../../../scripts/policy/kubernetes/policy';
import { diagnosed, networkPolicy, readGood } from './fixtures';

const ingress = (entry: unknown) => networkPolicy({ ingress: [entry] });
const peersOf = (entry: unknown) => readGood(ingress(entry)).entries[0].peers;
const portsOf = (entry: unknown) => readGood(ingress(entry)).entries[0].ports;
const keyOf = (entry: unknown) => readGood(ingress(entry)).entries[0].key;

describe('peers', () => {
  it.each([[{}], [null], [{ from: null }], [{ from: [] }]])('are anyone in %j', (entry) => {
    expect(peersOf(entry)).toEqual({ kind: 'anyone' });
  });

  it('tell an empty namespaceSelector (all namespaces) from an absent or null one (the own)', () => {
    const own = { kind: 'own' };
    expect(peersOf({ from: [{ podSelector: {} }] })).toMatchObject({ peers: [{ namespaces: own, pods: [] }] });
    expect(peersOf({ from: [{ podSelector: {}, namespaceSelector: null }] })).toMatchObject({
      peers: [{ namespaces: own }],
    });
    expect(peersOf({ from: [{ namespaceSelector: {} }] })).toMatchObject({
      peers: [{ namespaces: { kind: 'selected', selector: [] }, pods: [] }],
    });
  });

  it('have canonical blocks: host bits cleared, IPv6 compressed, exceptions sorted without duplicates', () => {
    const blocks = [
      { ipBlock: { cidr: '0.0.0.0/0', except: null } },
      { ipBlock: { cidr: '2001:DB8:0:0::1/32', except: ['2001:db8:2::/48', '2001:db8:1::/48', '2001:db8:1::1/48'] } },
    ];
    expect(peersOf({ from: blocks })).toMatchObject({
      peers: [
        { kind: 'ipBlock', cidr: '0.0.0.0/0', except: [] },
        { kind: 'ipBlock', cidr: '2001:db8::/32', except: ['2001:db8:1::/48', '2001:db8:2::/48'] },
      ],
    });
  });

  const EMPTY = 'The peer names neither podSelector, namespaceSelector nor ipBlock.';
  it.each([
    [{}, `peer-empty [0]: ${EMPTY}`],
    [null, `peer-empty [0]: ${EMPTY}`],
    [{ podSelector: null, ipBlock: null }, `peer-empty [0]: ${EMPTY}`],
    ['10.0.0.0/8', 'field-type [0]: Expected an object, found the text "10.0.0.0/8".'],
    [
      { ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} },
      'peer-mixed [0]: A peer has either an ipBlock or selectors, not both.',
    ],
    [
      { ipBlock: { cidr: '10.0.0.0/8' }, namespaceSelector: { matchLabels: { a: 'b' } } },
      'peer-mixed [0]: A peer has either an ipBlock or selectors, not both.',
    ],
    [{ ipBlock: {} }, 'field-missing [0].ipBlock.cidr: The field is required: a CIDR.'],
    [{ ipBlock: '10.0.0.0/8' }, 'field-type [0].ipBlock: Expected an object, found the text "10.0.0.0/8".'],
    [{ ipBlock: { cidr: '' } }, 'cidr-invalid [0].ipBlock.cidr: "" is not a CIDR: it is empty.'],
    [
      { ipBlock: { cidr: '10.0.0.0/8', except: ['10.0.0.0/8'] } },
      'except-outside [0].ipBlock.except[0]: The exception 10.0.0.0/8 does not lie strictly inside 10.0.0.0/8.',
    ],
    [
      { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '11.0.0.0/16'] } },
      'except-outside [0].ipBlock.except[1]: The exception 11.0.0.0/16 does not lie strictly inside 10.0.0.0/8.',
    ],
    [
      { ipBlock: { cidr: '10.0.0.0/8', except: ['0.0.0.0/0'] } },
      'except-outside [0].ipBlock.except[0]: The exception 0.0.0.0/0 does not lie strictly inside 10.0.0.0/8.',
    ],
    [
      { ipBlock: { cidr: '0.0.0.0/0', except: ['2001:db8::/32'] } },
      'except-outside [0].ipBlock.except[0]: The exception 2001:db8::/32 does not lie strictly inside 0.0.0.0/0.',
    ],
    [
      { ipBlock: { cidr: '10.0.0.0/8', except: [null] } },
      'field-type [0].ipBlock.except[0]: Expected a text (write "" for the empty one), found null.',
    ],
  ])('refuse %j', (peer, expected) => {
    const found = diagnosed({ ingress: [{ from: [{ podSelector: {} }] }, { from: [peer] }] });
    expect(found.map((line) => line.replace('spec.ingress[1].from', ''))).toEqual([expected]);
  });
});

describe('selectors', () => {
  it('sort their terms, join matchLabels and matchExpressions, and drop repeated terms', () => {
    const selector = {
      matchLabels: { b: '', a: 'x' },
      matchExpressions: [
        { key: 'c', operator: 'NotIn', values: ['z', 'y'] },
        { key: 'a', operator: 'In', values: ['x'] },
        { key: 'a', operator: 'Exists' },
        { key: 'a', operator: 'DoesNotExist', values: [] },
      ],
    };
    expect(readGood(networkPolicy({ podSelector: selector })).subject).toEqual([
      { key: 'a', operator: 'DoesNotExist', values: [] },
      { key: 'a', operator: 'Exists', values: [] },
      { key: 'a', operator: 'In', values: ['x'] },
      { key: 'b', operator: 'In', values: [''] },
      { key: 'c', operator: 'NotIn', values: ['y', 'z'] },
    ]);
  });

  it.each([[{}], [null], [{ matchLabels: {} }], [{ matchLabels: null, matchExpressions: null }]])(
    'select everything as %j',
    (podSelector) => {
      expect(readGood(networkPolicy({ podSelector })).subject).toEqual([]);
    },
  );

  it.each([
    [{ key: 'a', operator: 'In' }, 'expression-values .values: The operator In needs values, and has none.'],
    [
      { key: 'a', operator: 'NotIn', values: [] },
      'expression-values .values: The operator NotIn needs values, and has none.',
    ],
    [
      { key: 'a', operator: 'Exists', values: ['b'] },
      'expression-values .values: The operator Exists takes no values, and has some.',
    ],
    [
      { key: 'a', operator: 'DoesNotExist', values: [''] },
      'expression-values .values: The operator DoesNotExist takes no values, and has some.',
    ],
    [{ key: 'a', operator: 'in', values: ['b'] }, 'operator-unknown .operator: "in" is not a selector operator.'],
    [{ key: 'a', operator: 'Gt', values: ['1'] }, 'operator-unknown .operator: "Gt" is not a selector operator.'],
    [{ key: 'a' }, 'field-missing .operator: The field is required: In, NotIn, Exists or DoesNotExist.'],
    [{ operator: 'Exists' }, 'field-missing .key: The field is required: the label key.'],
    [{ key: '', operator: 'Exists' }, 'label-invalid .key: The label key "" is not valid: it is empty.'],
    [
      { key: 'a', operator: 'In', values: ['ok', 'not ok'] },
      'label-invalid .values[1]: The label value "not ok" is not valid: it has the character " "; letters, digits, "-", "_" and "." are allowed.',
    ],
    [
      { key: 'a', operator: 'In', values: [true] },
      'field-type .values[0]: Expected a text (put it in quotes), found true.',
    ],
    [{ key: 'a', operator: 'In', values: 'b' }, 'field-type .values: Expected a list, found the text "b".'],
  ])('refuse the expression %j', (expression, expected) => {
    const path = 'spec.ingress[0].from[1].podSelector.matchExpressions[0]';
    const found = diagnosed({
      ingress: [{ from: [{ podSelector: {} }, { podSelector: { matchExpressions: [expression] } }] }],
    });
    expect(found[0].replace(path, '')).toBe(expected);
    expect(found).toHaveLength(1);
  });

  it.each([
    [{ app: null }, 'field-type [app]: Expected a text (write "" for the empty one), found null.'],
    [{ version: 2 }, 'field-type [version]: Expected a text (put it in quotes), found the number 2.'],
    [{ on: true }, 'field-type [on]: Expected a text (put it in quotes), found true.'],
    [
      { 'Bad.Example/x': 'y' },
      'label-invalid [Bad.Example/x]: The label key "Bad.Example/x" is not valid: its prefix must be a DNS name; it has capital letters.',
    ],
    [
      { a: '-b' },
      'label-invalid [a]: The label value "-b" is not valid: it must start and end with a letter or digit.',
    ],
  ])('refuse the labels %j', (matchLabels, expected) => {
    const found = diagnosed({ ingress: [{ from: [{ namespaceSelector: { matchLabels } }] }] });
    expect(found).toEqual([expected.replace(' [', ' spec.ingress[0].from[0].namespaceSelector.matchLabels[')]);
  });
});

describe('ports', () => {
  it.each([[{}], [{ ports: null }], [{ ports: [] }]])('are anything in %j', (entry) => {
    expect(portsOf(entry)).toEqual({ kind: 'anything' });
  });

  const path = 'spec.ingress[0].ports[0]';
  it.each([
    [{}, { kind: 'every', protocol: 'TCP', path }],
    [null, { kind: 'every', protocol: 'TCP', path }],
    [
      { protocol: 'UDP', port: null, endPort: null },
      { kind: 'every', protocol: 'UDP', path },
    ],
    [{ port: 1 }, { kind: 'range', protocol: 'TCP', from: 1, to: 1, path }],
    [
      { port: 65535, endPort: 65535 },
      { kind: 'range', protocol: 'TCP', from: 65535, to: 65535, path },
    ],
    [
      { protocol: 'SCTP', port: 1, endPort: 9 },
      { kind: 'range', protocol: 'SCTP', from: 1, to: 9, path },
    ],
    [{ port: '8080-tcp' }, { kind: 'named', protocol: 'TCP', name: '8080-tcp', path }],
  ])('read %j', (port, expected) => {
    expect(portsOf({ ports: [port] })).toEqual({ kind: 'ports', ports: [expected] });
  });

  it.each([
    [{ port: 0 }, 'port-invalid .port: "0" is not a port: a port is a number from 1 to 65535.'],
    [{ port: -1 }, 'port-invalid .port: "-1" is not a port: a port is a number from 1 to 65535.'],
    [{ port: 65536 }, 'port-invalid .port: "65536" is not a port: a port is a number from 1 to 65535.'],
    [{ port: 80.5 }, 'field-type .port: Expected a whole number, found the number 80.5.'],
    [{ port: true }, 'field-type .port: Expected a port number or the name of a port, found true.'],
    [{ port: [80] }, 'field-type .port: Expected a port number or the name of a port, found a list.'],
    [
      { port: '80' },
      'port-invalid .port: "80" is not a port: in quotes it is the name of a port, and a name needs a letter; write 80 without quotes.',
    ],
    [{ port: '' }, 'port-invalid .port: "" is not a port: it is empty.'],
    [
      { port: 'HTTP' },
      'port-invalid .port: "HTTP" is not a port: a port name has only lower-case letters, digits and "-".',
    ],
    [
      { port: 'abcdefghijklmnop' },
      'port-invalid .port: "abcdefghijklmnop" is not a port: a port name has at most 15 characters.',
    ],
    [{ port: 'a--b' }, 'port-invalid .port: "a--b" is not a port: a port name has no two "-" in a row.'],
    [{ port: 'http-' }, 'port-invalid .port: "http-" is not a port: a port name does not start or end with "-".'],
    [{ port: '80-90' }, 'port-invalid .port: "80-90" is not a port: a port name needs a letter.'],
    [{ port: 80, endPort: 79 }, 'port-range-invalid .endPort: endPort 79 is smaller than port 80.'],
    [{ port: 80, endPort: 65536 }, 'port-range-invalid .endPort: endPort 65536 is not from 1 to 65535.'],
    [{ port: 80, endPort: 0 }, 'port-range-invalid .endPort: endPort 0 is not from 1 to 65535.'],
    [{ port: 80, endPort: '90' }, 'field-type .endPort: Expected a whole number, found the text "90".'],
    [{ port: 'web', endPort: 90 }, 'port-range-invalid .endPort: endPort 90 stands beside a named port.'],
    [{ endPort: 90 }, 'port-range-invalid .endPort: endPort 90 stands without a port.'],
    [{ protocol: 'tcp' }, 'protocol-unknown .protocol: "tcp" is not a protocol.'],
    [{ protocol: 'ICMP' }, 'protocol-unknown .protocol: "ICMP" is not a protocol.'],
    [{ protocol: '' }, 'protocol-unknown .protocol: "" is not a protocol.'],
    [{ protocol: 6 }, 'field-type .protocol: Expected a text (put it in quotes), found the number 6.'],
    [80, 'field-type : Expected an object, found the number 80.'],
  ])('refuse %j', (port, expected) => {
    const found = diagnosed({ egress: [{ ports: [{ port: 53 }, port] }] });
    expect(found.map((line) => line.replace('spec.egress[0].ports[1]', ''))).toEqual([expected]);
  });
});

describe('entry keys', () => {
  const web = { podSelector: { matchLabels: { app: 'web', tier: 'x' } } };
  const block = { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '10.2.0.0/16'] } };

  it('are equal for equal peers, wherever they stand, in both directions', () => {
    const policy = readGood(
      networkPolicy({ ingress: [{}, { from: [web] }], egress: [{ to: [web], ports: [{ port: 80 }] }] }),
    );
    const keys = policy.entries.map(({ key }) => key);
    expect(keys[1]).toBe(keys[2]);
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('are numbered where entries of one direction have equal peers, the first bare', () => {
    const policy = readGood(
      networkPolicy({
        ingress: [{ from: [web], ports: [{ port: 80 }] }, {}, { from: [web], ports: [{ port: 443 }] }, { from: [web] }],
        egress: [{ to: [web] }],
      }),
    );
    const [first, anyone] = policy.entries.map(({ key }) => key);
    expect(policy.entries.map(({ key }) => key)).toEqual([first, anyone, `${first}-2`, `${first}-3`, first]);
  });

  it('do not change with ports, and an inserted entry with other peers changes none', () => {
    const keys = (entries: readonly unknown[]) =>
      readGood(networkPolicy({ ingress: entries })).entries.map(({ key }) => key);
    const [key] = keys([{ from: [web], ports: [{ port: 80 }] }]);
    const variants = [{}, { ports: [{ port: 443, endPort: 444 }] }, { ports: [{ port: 'web' }, { protocol: 'UDP' }] }];
    for (const ports of variants) expect(keys([{ from: [web], ...ports }])).toEqual([key]);
    expect(keys([{ from: [block] }, { from: [web] }])[1]).toBe(key);
  });

  it('do not depend on the order of lists, on defaults written out, or on repetitions', () => {
    const one = { from: [web, block], ports: [{ port: 80 }, { protocol: 'UDP', port: 53 }] };
    const other = {
      from: [
        { ipBlock: { cidr: '10.3.4.5/8', except: ['10.2.0.0/16', '10.1.0.0/16'] } },
        {
          podSelector: {
            matchExpressions: [{ key: 'tier', operator: 'In', values: ['x'] }],
            matchLabels: { app: 'web' },
          },
        },
        web,
      ],
      ports: [
        { protocol: 'UDP', port: 53 },
        { protocol: 'TCP', port: 80, endPort: 80 },
      ],
    };
    expect(keyOf(other)).toBe(keyOf(one));
  });

  it('differ for different peers', () => {
    const entries = [
      {},
      { from: [web] },
      { from: [{ ...web, namespaceSelector: {} }] },
      { from: [{ podSelector: {} }] },
      { from: [{ namespaceSelector: web.podSelector }] },
      { from: [block] },
      { from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] },
      { from: [{ ipBlock: { cidr: '10.0.0.0/9', except: [] } }] },
    ];
    expect(new Set(entries.map(keyOf)).size).toBe(entries.length);
  });

  it('stay the same from version to version, because names of rules are made of them', () => {
    expect(keyOf({})).toBe('nus2ab');
    expect(keyOf({ from: [web, block], ports: [{ port: 80 }] })).toBe('hj5utg');
  });
});

it('reads the entries of both directions in order, with their index and path', () => {
  const { policy } = readPolicy(networkPolicy({ ingress: [{}, {}], egress: [{}] }));
  expect(policy?.entries.map((entry) => [entry.direction, entry.index, entry.path])).toEqual([
    ['ingress', 0, 'spec.ingress[0]'],
    ['ingress', 1, 'spec.ingress[1]'],
    ['egress', 0, 'spec.egress[0]'],
  ]);
});
