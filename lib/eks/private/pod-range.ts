import { Cidr, describeOverlaps } from '../../values';
import { ZONE_KEYS, type ZoneKey } from './subnet-plan';

/** Shared address space, which AWS takes as a second range beside any first. */
const SHARED = Cidr.parse('100.64.0.0/10');
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map((text) => Cidr.parse(text));
/** AWS adds nothing of the first to a VPC that has a range in the second. */
const [KEPT, NEAR_KEPT] = [Cidr.parse('10.0.0.0/16'), Cidr.parse('10.0.0.0/15')];

/** A quarter for each zone, the fourth kept for later. */
const QUARTER_BITS = 2;

/** Cuts the range of the pods, the same way whatever the number of zones. */
export function planPodSubnets(podCidr: Cidr): Readonly<Record<ZoneKey, Cidr>> {
  const quarter = (zone: ZoneKey): Cidr =>
    podCidr.subnet(podCidr.prefix + QUARTER_BITS, ZONE_KEYS.indexOf(zone));
  return { ZoneA: quarter('ZoneA'), ZoneB: quarter('ZoneB'), ZoneC: quarter('ZoneC') };
}

/**
 * What AWS would refuse about a second range beside the first, or what pods would soon fill; empty when it is fine.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions
 */
export function describePodCidr(podCidr: Cidr, vpcCidr: Cidr): readonly string[] {
  if (podCidr.version !== 4 || podCidr.prefix < 16 || podCidr.prefix > 24) {
    return [
      `'podCidr' (${podCidr}) must be an IPv4 range of /16 to /24: AWS allows no larger range, and a smaller one leaves a zone no free block of 16 addresses`,
    ];
  }
  const overlaps = describeOverlaps([
    { name: 'podCidr', cidr: podCidr },
    { name: 'cidr', cidr: vpcCidr },
  ]);
  if (overlaps.length > 0) return overlaps;
  if (SHARED.contains(podCidr)) return [];
  const home = PRIVATE.find((range) => range.contains(podCidr));
  if (home === undefined) {
    return [
      `'podCidr' (${podCidr}) must lie within 100.64.0.0/10, 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16, which nobody on the Internet has`,
    ];
  }
  if (!home.contains(vpcCidr)) {
    return [
      `'podCidr' (${podCidr}) lies within ${home} and 'cidr' (${vpcCidr}) does not, which AWS refuses; take a range of 100.64.0.0/10`,
    ];
  }
  if (KEPT.contains(podCidr) && NEAR_KEPT.contains(vpcCidr)) {
    return [
      `'podCidr' (${podCidr}) lies within ${KEPT}, of which AWS adds nothing to a VPC in ${NEAR_KEPT} ('cidr' is ${vpcCidr}); take a range of 100.64.0.0/10`,
    ];
  }
  return [];
}
