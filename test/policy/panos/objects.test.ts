import { createObjectTable, groupLabel } from '../../../scripts/policy/panos/objects';
import { localProfile } from '../../../scripts/policy/profile/defaults';
import { EVERYTHING, portRanges, type PortSet } from '../../../scripts/policy/values/ports';

const PROFILE = localProfile('c', 'dg');

function ports(tcp: (readonly [number, number])[], udp: (readonly [number, number])[] = []): PortSet {
  const ranges = (list: typeof tcp): ReturnType<typeof portRanges> =>
    portRanges(list.map(([from, to]) => ({ from, to })));
  return { kind: 'ports', tcp: ranges(tcp), udp: ranges(udp), sctp: [] };
}

it('a group is made once for its content, however it is called', () => {
  const table = createObjectTable(PROFILE);
  const first = table.dynamicGroup('shop.app-web', "'t'");
  expect(first).toBe('c.shop.app-web');
  expect(table.dynamicGroup('shop.app-web', "'t'")).toBe(first);
  expect(table.dynamicGroup('shop.app-web', "'u'")).not.toBe(first);
  expect(table.addressGroups().map((group) => group.match)).toEqual([
    { type: 'dynamic', filter: "'t'" },
    { type: 'dynamic', filter: "'u'" },
  ]);
});

it('labels in group names are harmless, and the hash tells them apart', () => {
  const label = groupLabel(['shop'], ['app-a/b'], "'t'");
  expect(createObjectTable(PROFILE).dynamicGroup(label, "'t'")).toMatch(/^c\.shop\.app-a-b-[a-z2-7]{8}$/);
  expect(groupLabel(['shop'], [], "'t'")).toBe('shop');
  expect(groupLabel(['a', 'b'], [], "'t'")).toMatch(/^namespaces-[a-z2-7]{8}$/);
});

it.each([
  ['everything', EVERYTHING, ['any']],
  ['one port', ports([[80, 80]]), ['c.tcp-80']],
  [
    'a list and a range',
    ports([
      [80, 80],
      [8000, 8010],
    ]),
    ['c.tcp-80_8000-8010'],
  ],
  ['two protocols', ports([[53, 53]], [[53, 53]]), ['c.tcp-53', 'c.udp-53']],
] as const)('the services of %s', (_what, set, names) => {
  expect(createObjectTable(PROFILE).services(set)).toEqual(names);
});

it('a port list longer than a service takes is split', () => {
  const table = createObjectTable(PROFILE);
  const many = ports(Array.from({ length: 400 }, (_none, index) => [10000 + 2 * index, 10000 + 2 * index] as const));
  const names = table.services(many);
  const services = table.serviceEntries();
  expect(names).toHaveLength(3);
  expect(services.map((service) => service.name).sort()).toEqual(names);
  expect(services.every((service) => service.port.length <= 1023 && service.name.length <= 63)).toBe(true);
  expect(
    services
      .flatMap((service) => service.port.split(','))
      .map(Number)
      .sort((a, b) => a - b),
  ).toEqual(many.kind === 'ports' ? many.tcp.map((range) => range.from) : []);
});

it('every object carries the two tags of its owner', () => {
  const table = createObjectTable(PROFILE);
  table.staticGroup('_isolated-egress', ['b', 'a']);
  table.services(ports([[80, 80]]));
  expect(table.addressGroups()[0]).toMatchObject({ match: { members: ['a', 'b'] }, tags: ['cnseries', 'cnseries-c'] });
  expect(table.serviceEntries()[0].tags).toEqual(['cnseries', 'cnseries-c']);
});
