import {
  Allocator,
  contains,
  formatAddress,
  parseAddress,
  parseBlock,
} from '../../../tools/lab/kubernetes/values/address';

const read = (text: string): string | undefined => {
  const address = parseAddress(text);
  return address === undefined ? undefined : formatAddress(address);
};

describe('addresses', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['010.0.0.001', '10.0.0.1'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
    ['::', '::'],
    ['::1', '::1'],
    ['fe80::', 'fe80::'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['64:ff9b::192.0.2.1', '64:ff9b::c000:201'],
  ])('reads %s as %s', (text, canonical) => {
    expect(read(text)).toBe(canonical);
  });

  it.each([
    '',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.1.2',
    'a.b.c.d',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    '12345::',
    '1:2:3:4:5:6:7::8:9',
    '10.0.0.-1',
  ])('does not read %j', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });

  it.each(['10.0.0.0', '10.0.0.0/33', '::/129', '10.0.0.0/', '10.0.0.0/8/8', '/8', '10.0.0.0/-1'])(
    'takes %j for no block',
    (text) => {
      expect(parseBlock(text)).toBeUndefined();
    },
  );

  it.each([
    ['10.0.0.0/8', '10.255.0.1', true],
    ['10.0.0.0/8', '11.0.0.1', false],
    ['10.0.0.5/24', '10.0.0.1', true],
    ['0.0.0.0/0', '255.255.255.255', true],
    ['::/0', '10.0.0.1', false],
    ['fd00::/8', 'fd12::1', true],
  ])('%s holds %s: %s', (block, address, holds) => {
    const [parsed, value] = [parseBlock(block), parseAddress(address)];
    expect(parsed !== undefined && value !== undefined && contains(parsed, value)).toBe(holds);
  });
});

describe('Allocator', () => {
  const allocator = (): Allocator => new Allocator(parseBlock('10.0.0.0/29') ?? fail(), 2n);
  const fail = (): never => {
    throw new Error('no block');
  };

  it('gives each address once, neither the first ones nor the last, until it is given back', () => {
    const pool = allocator();
    const given = Array.from({ length: 6 }, () => pool.allocate());
    expect(given).toEqual(['10.0.0.2', '10.0.0.3', '10.0.0.4', '10.0.0.5', '10.0.0.6', undefined]);
    pool.release(parseAddress('10.0.0.4') ?? fail());
    expect(pool.allocate()).toBe('10.0.0.4');
  });

  it('takes a certain address', () => {
    const pool = allocator();
    const take = (text: string): string => pool.take(parseAddress(text) ?? fail());
    expect([take('10.0.0.2'), take('10.0.0.2'), take('10.0.1.2')]).toEqual(['taken', 'in use', 'outside']);
    expect(pool.allocate()).toBe('10.0.0.3');
  });
});
