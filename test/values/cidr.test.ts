import * as fc from 'fast-check';
import { Cidr, describeOverlaps } from '../../lib/values';

const ipv4Range = fc
  .record({ address: fc.nat({ max: 2 ** 32 - 1 }), prefix: fc.integer({ min: 0, max: 32 }) })
  .map(({ address, prefix }) => {
    const size = 2 ** (32 - prefix);
    const first = Math.floor(address / size) * size;
    return {
      text: `${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join('.')}/${prefix}`,
      first,
      size,
      prefix,
    };
  });

describe('Cidr', () => {
  test.each([
    ['10.0.0.0/16', '10.0.0.0/16'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['fd00:0:0::/48', 'fd00::/48'],
  ])('reads %s', (text, canonical) => {
    expect(Cidr.parse(text).toString()).toBe(canonical);
  });

  test.each([
    ['10.0.0.0', "'10.0.0.0' lacks the mask of a CIDR range; did you mean '10.0.0.0/32'?"],
    ['fd00::', "'fd00::' lacks the mask of a CIDR range; did you mean 'fd00::/128'?"],
    ['10.0.0.0/33', "'10.0.0.0/33' has a mask of 33 bits; IPv4 allows 0 to 32"],
    ['10.0.0.0/8/9', "'10.0.0.0/8/9' lacks the mask of a CIDR range; did you mean '10.0.0.0/32'?"],
    ['10.0.1.0/16', "'10.0.1.0/16' has host bits set; the range that holds it is '10.0.0.0/16'"],
    ['10.0.0/16', "'10.0.0/16' is not a CIDR range; write an address and a mask such as '10.0.0.0/16'"],
    ['', "'' is not a CIDR range; write an address and a mask such as '10.0.0.0/16'"],
  ])('fails when the text is %s', (text, message) => {
    expect(() => Cidr.parse(text)).toThrow(new Error(message));
  });

  it('cuts ranges from its start', () => {
    const vpc = Cidr.parse('10.0.0.0/16');
    expect([0, 1, 15].map((index) => vpc.subnet(20, index).toString())).toEqual([
      '10.0.0.0/20',
      '10.0.16.0/20',
      '10.0.240.0/20',
    ]);
  });

  it('fails when a range is cut that it does not hold', () => {
    const vpc = Cidr.parse('10.0.0.0/16');
    expect(() => vpc.subnet(20, 16)).toThrow(
      new Error('10.0.0.0/16 holds 16 ranges of /20; number 16 (from 0) does not exist'),
    );
    expect(() => vpc.subnet(8, 0)).toThrow(
      new Error('a /8 cannot be cut from 10.0.0.0/16; allowed are /16 to /32'),
    );
  });

  it('knows which addresses it holds', () => {
    const range = Cidr.parse('10.20.0.0/24');
    expect(range.containsAddress('10.20.0.255')).toBe(true);
    expect(range.containsAddress('10.20.1.0')).toBe(false);
    expect(range.containsAddress('fd00::1')).toBe(false);
    expect(range.containsAddress('not an address')).toBe(false);
    expect(range.address(100)).toBe('10.20.0.100');
  });

  it('agrees with plain arithmetic on overlap and containment for any two ranges', () => {
    fc.assert(
      fc.property(ipv4Range, ipv4Range, (left, right) => {
        const a = Cidr.parse(left.text);
        const b = Cidr.parse(right.text);
        expect(a.toString()).toBe(left.text);
        expect(a.overlaps(b)).toBe(
          left.first < right.first + right.size && right.first < left.first + left.size,
        );
        expect(a.contains(b)).toBe(
          left.first <= right.first && right.first + right.size <= left.first + left.size,
        );
      }),
    );
  });

  it('never says that ranges of different IP versions overlap', () => {
    expect(Cidr.parse('0.0.0.0/0').overlaps(Cidr.parse('::/0'))).toBe(false);
  });
});

describe('describeOverlaps', () => {
  it('names every pair that overlaps, in the order given', () => {
    const named = (name: string, text: string) => ({ name, cidr: Cidr.parse(text) });
    expect(
      describeOverlaps([
        named('nodeCidr', '10.0.0.0/16'),
        named('podCidr', '10.0.128.0/17'),
        named('serviceCidr', '10.1.0.0/16'),
        named('peer', '10.0.0.0/8'),
      ]),
    ).toEqual([
      "'nodeCidr' (10.0.0.0/16) overlaps 'podCidr' (10.0.128.0/17); give them disjoint ranges",
      "'nodeCidr' (10.0.0.0/16) overlaps 'peer' (10.0.0.0/8); give them disjoint ranges",
      "'podCidr' (10.0.128.0/17) overlaps 'peer' (10.0.0.0/8); give them disjoint ranges",
      "'serviceCidr' (10.1.0.0/16) overlaps 'peer' (10.0.0.0/8); give them disjoint ranges",
    ]);
  });

  it('has nothing to say of disjoint ranges', () => {
    expect(describeOverlaps([])).toEqual([]);
  });
});
