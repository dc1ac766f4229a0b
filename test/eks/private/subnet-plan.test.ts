import { planSubnets } from '../../../lib/eks/private/subnet-plan';
import { Cidr, describeOverlaps } from '../../../lib/values';

const SCOPE = { node: { path: 'test' } };

function plan(text: string): readonly string[] {
  return Object.values(planSubnets(Cidr.parse(text), SCOPE)).map(
    ({ privateCidr, publicCidr, intraCidr }) => `${privateCidr} ${publicCidr} ${intraCidr}`,
  );
}

describe('the subnets of a VPC', () => {
  it.each<[string, readonly string[]]>([
    [
      '10.0.0.0/16',
      [
        '10.0.0.0/19 10.0.128.0/24 10.0.144.0/24',
        '10.0.32.0/19 10.0.129.0/24 10.0.145.0/24',
        '10.0.64.0/19 10.0.130.0/24 10.0.146.0/24',
      ],
    ],
    [
      '10.1.0.0/18',
      [
        '10.1.0.0/21 10.1.32.0/24 10.1.36.0/24',
        '10.1.8.0/21 10.1.33.0/24 10.1.37.0/24',
        '10.1.16.0/21 10.1.34.0/24 10.1.38.0/24',
      ],
    ],
    [
      '192.168.16.0/20',
      [
        '192.168.16.0/23 192.168.24.0/26 192.168.25.0/26',
        '192.168.18.0/23 192.168.24.64/26 192.168.25.64/26',
        '192.168.20.0/23 192.168.24.128/26 192.168.25.128/26',
      ],
    ],
  ])('of %s are these', (cidr, expected) => {
    expect(plan(cidr)).toEqual(expected);
  });

  it.each([16, 17, 18, 19, 20])('of a /%d lie inside it, apart from each other', (prefix) => {
    const vpc = Cidr.parse(`10.64.0.0/${prefix}`);
    const subnets = Object.values(planSubnets(vpc, SCOPE)).flatMap((zone) => Object.values(zone) as Cidr[]);
    expect(subnets).toHaveLength(9);
    expect(subnets.every((subnet) => vpc.contains(subnet))).toBe(true);
    expect(describeOverlaps(subnets.map((cidr) => ({ name: 'subnet', cidr })))).toEqual([]);
  });

  it('fails for IPv6', () => {
    expect(() => planSubnets(Cidr.parse('fd00::/16'), SCOPE)).toThrow(
      "[test] 'cidr' (fd00::/16) must be an IPv4 range of /16 to /20: AWS allows no larger VPC, and a smaller one runs out of pod addresses",
    );
  });
});
