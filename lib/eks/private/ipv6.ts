import { Fn } from 'cdktf';
import { ZONE_KEYS, type ZoneKey } from './subnet-plan';

/** AWS gives a VPC a /56, and a subnet takes a /64 of it. */
const SUBNET_BITS = 8;

/** Number of the first zone's range among the 256, apart enough for any number of zones. */
const FIRST_OF_TIER = { private: 0, public: 16, intra: 32 } as const;

/** The IPv6 range of a subnet, cut by Terraform, because AWS draws the VPC's range itself. */
export function ipv6SubnetCidr(vpcIpv6Cidr: string, tier: keyof typeof FIRST_OF_TIER, zone: ZoneKey): string {
  return Fn.cidrsubnet(vpcIpv6Cidr, SUBNET_BITS, FIRST_OF_TIER[tier] + ZONE_KEYS.indexOf(zone));
}
