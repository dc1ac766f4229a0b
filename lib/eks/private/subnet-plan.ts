import { EKS_PRIVATE_SUBNET_BITS } from '../../catalog/network-defaults';
import { type Cidr, ValidationError } from '../../values';

/** Keys of the zones, in order; constants, so that addresses never depend on what a zone is called. */
export const ZONE_KEYS = ['ZoneA', 'ZoneB', 'ZoneC'] as const;

export type ZoneKey = (typeof ZONE_KEYS)[number];

/** The ranges of one zone. */
export interface ZoneSubnets {
  readonly publicCidr: Cidr;
  readonly privateCidr: Cidr;
  readonly intraCidr: Cidr;
}

/**
 * Cuts a VPC into subnets, the same way whatever the number of zones, so that a third zone added later moves nothing.
 *
 * The VPC is cut into eighths. Eighths 0, 1 and 2 are the private subnets, because pods take their addresses there and
 * run out first; eighth 4 holds the small ones: public ones from its start, intra ones from its middle. Eighths 3, 5, 6
 * and 7 stay free for what comes later. In a /16: private /19, public and intra /24.
 *
 * @throws ValidationError when the range is not /16 to /20 of IPv4.
 */
export function planSubnets(
  vpcCidr: Cidr,
  scope: { readonly node: { readonly path: string } },
): Readonly<Record<ZoneKey, ZoneSubnets>> {
  if (vpcCidr.version !== 4 || vpcCidr.prefix < 16 || vpcCidr.prefix > 20) {
    throw new ValidationError(
      `'cidr' (${vpcCidr}) must be an IPv4 range of /16 to /20: AWS allows no larger VPC, and a smaller one runs out of pod addresses`,
      scope,
    );
  }
  const eighth = vpcCidr.prefix + EKS_PRIVATE_SUBNET_BITS;
  const small = Math.max(24, vpcCidr.prefix + 6);
  const smallOnes = vpcCidr.subnet(eighth, 4);
  const half = 2 ** (small - eighth - 1);
  const zone = (index: number): ZoneSubnets => ({
    privateCidr: vpcCidr.subnet(eighth, index),
    publicCidr: smallOnes.subnet(small, index),
    intraCidr: smallOnes.subnet(small, half + index),
  });
  return { ZoneA: zone(0), ZoneB: zone(1), ZoneC: zone(2) };
}
