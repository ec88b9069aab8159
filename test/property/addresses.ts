/** Addresses and blocks of the generated clusters, both families alike. */

export type Family = 'IPv4' | 'IPv6';
export type Families = 'IPv4' | 'IPv6' | 'dual';

/** Where a block lies, seen from the pod network. `partly`: it holds some of the pods' addresses, or may. */
export type Place = 'whole' | 'around' | 'equal' | 'outside' | 'nodes' | 'partly';

export interface Block {
  readonly cidr: string;
  readonly place: Place;
  /** Networks strictly inside it, with whether they hold some of the pods' addresses. */
  readonly exceptions: readonly { readonly cidr: string; readonly place: Place }[];
}

export const POD_NETWORK: { readonly [family in Family]: string } = { IPv4: '10.244.0.0/16', IPv6: 'fd00:244::/48' };

export const SERVICE_NETWORK: { readonly [family in Family]: string } = {
  IPv4: '10.96.0.0/12',
  IPv6: 'fd00:96::/112',
};

export const BLOCKS: { readonly [family in Family]: readonly Block[] } = {
  IPv4: [
    {
      cidr: '0.0.0.0/0',
      place: 'whole',
      exceptions: [
        { cidr: '10.0.0.0/8', place: 'around' },
        { cidr: '10.244.0.0/16', place: 'equal' },
        { cidr: '169.254.169.254/32', place: 'outside' },
        { cidr: '192.168.0.11/32', place: 'nodes' },
        { cidr: '10.244.1.0/25', place: 'partly' },
      ],
    },
    {
      cidr: '10.0.0.0/8',
      place: 'around',
      exceptions: [
        { cidr: '10.96.0.0/12', place: 'outside' },
        { cidr: '10.244.0.0/16', place: 'equal' },
        { cidr: '10.244.2.0/24', place: 'partly' },
      ],
    },
    { cidr: '10.244.0.0/15', place: 'around', exceptions: [{ cidr: '10.245.0.0/16', place: 'outside' }] },
    { cidr: '10.244.0.0/16', place: 'equal', exceptions: [{ cidr: '10.244.0.0/24', place: 'partly' }] },
    { cidr: '203.0.113.0/24', place: 'outside', exceptions: [{ cidr: '203.0.113.128/25', place: 'outside' }] },
    { cidr: '203.0.113.7/32', place: 'outside', exceptions: [] },
    // With host bits, which the API server clears.
    { cidr: '172.16.5.9/12', place: 'outside', exceptions: [{ cidr: '172.18.9.9/16', place: 'outside' }] },
    { cidr: '192.168.0.0/24', place: 'nodes', exceptions: [{ cidr: '192.168.0.12/32', place: 'nodes' }] },
    { cidr: '192.168.0.11/32', place: 'nodes', exceptions: [] },
    { cidr: '10.244.1.0/24', place: 'partly', exceptions: [{ cidr: '10.244.1.1/32', place: 'partly' }] },
    { cidr: '10.244.1.10/31', place: 'partly', exceptions: [] },
  ],
  IPv6: [
    {
      cidr: '::/0',
      place: 'whole',
      exceptions: [
        { cidr: 'fd00::/8', place: 'around' },
        { cidr: 'fd00:244::/48', place: 'equal' },
        { cidr: '2001:db8::53/128', place: 'outside' },
        { cidr: 'fd00:192::11/128', place: 'nodes' },
        { cidr: 'fd00:244:0:1::/65', place: 'partly' },
      ],
    },
    {
      cidr: 'fd00::/8',
      place: 'around',
      exceptions: [
        { cidr: 'fd00:96::/112', place: 'outside' },
        { cidr: 'fd00:244::/48', place: 'equal' },
        { cidr: 'fd00:244:0:2::/64', place: 'partly' },
      ],
    },
    { cidr: 'fd00:244::/47', place: 'around', exceptions: [{ cidr: 'fd00:244:1::/48', place: 'outside' }] },
    { cidr: 'fd00:244::/48', place: 'equal', exceptions: [{ cidr: 'fd00:244::/64', place: 'partly' }] },
    { cidr: '2001:db8::/32', place: 'outside', exceptions: [{ cidr: '2001:db8:8000::/33', place: 'outside' }] },
    { cidr: '2001:db8::7/128', place: 'outside', exceptions: [] },
    { cidr: '2001:DB8:5::9/44', place: 'outside', exceptions: [{ cidr: '2001:db8:8::9/48', place: 'outside' }] },
    { cidr: 'fd00:192::/64', place: 'nodes', exceptions: [{ cidr: 'fd00:192::12/128', place: 'nodes' }] },
    { cidr: 'fd00:192::11/128', place: 'nodes', exceptions: [] },
    {
      cidr: 'fd00:244:0:1::/64',
      place: 'partly',
      exceptions: [{ cidr: 'fd00:244:0:1::1/128', place: 'partly' }],
    },
    { cidr: 'fd00:244:0:1::10/127', place: 'partly', exceptions: [] },
  ],
};

export function familiesOf(families: Families): readonly Family[] {
  return families === 'dual' ? ['IPv4', 'IPv6'] : [families];
}

/** The pods of node number `node` have these. */
export function nodeNetwork(family: Family, node: number): string {
  return family === 'IPv4' ? `10.244.${node}.0/24` : `fd00:244:0:${node}::/64`;
}

export function nodeAddress(family: Family, node: number): string {
  return family === 'IPv4' ? `192.168.0.${11 + node}` : `fd00:192::${11 + node}`;
}

/** What a node calls itself inside its own pod network (cni0 and the like). */
export function bridgeAddress(family: Family, node: number): string {
  return family === 'IPv4' ? `10.244.${node}.1` : `fd00:244:0:${node}::1`;
}

export function podAddress(family: Family, node: number, pod: number): string {
  return family === 'IPv4' ? `10.244.${node}.${10 + pod}` : `fd00:244:0:${node}::${10 + pod}`;
}

export function serviceAddress(family: Family, service: number): string {
  return family === 'IPv4' ? `10.96.0.${10 + service}` : `fd00:96::${10 + service}`;
}
