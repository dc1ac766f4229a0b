import { Token } from 'cdktf';
import { describeOverlaps, type NamedCidr, readNamedCidr } from '../../values';
import type { GkePodRange } from '../network-attributes';

/** Masks that Google accepts for each range, widest to narrowest. */
const MASKS = {
  nodeCidr: [8, 29],
  podCidr: [9, 24],
  serviceCidr: [16, 27],
  controlPlaneCidr: [8, 28],
} as const;

/** The narrowest mask of a further range for pods: less holds no node. */
const MORE_PODS_MASKS = [9, 28] as const;

/** Names of the two secondary ranges that every network has. */
export const POD_RANGE_NAME = 'pods';
export const SERVICE_RANGE_NAME = 'services';

const RANGE_NAME = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** The ranges of a network by the names of their props. */
export type NetworkRanges = Readonly<Record<keyof typeof MASKS, string>>;

/**
 * One sentence for each range that Google would refuse minutes later: malformed, IPv6, of a wrong size, or overlapping.
 * Ranges that are tokens are left to Terraform.
 */
export function describeRanges(
  ranges: NetworkRanges,
  morePodCidrs: Readonly<Record<string, string>>,
): readonly string[] {
  const problems: string[] = [];
  const parsed: NamedCidr[] = [];
  const read = (name: string, text: string, [widest, narrowest]: readonly [number, number]) => {
    if (Token.isUnresolved(text)) return;
    const range = readNamedCidr(name, text);
    if (typeof range === 'string') {
      problems.push(range);
      return;
    }
    const { cidr } = range;
    parsed.push(range);
    if (cidr.version !== 4) {
      problems.push(`'${name}' (${cidr}) must be an IPv4 range`);
    } else if (cidr.prefix < widest || cidr.prefix > narrowest) {
      problems.push(`'${name}' (${cidr}) must have a mask of /${widest} to /${narrowest}`);
    }
  };
  for (const [name, masks] of Object.entries(MASKS)) {
    read(name, ranges[name as keyof NetworkRanges], masks);
  }
  for (const [rangeName, text] of Object.entries(morePodCidrs)) {
    problems.push(...describeRangeName(rangeName));
    read(`morePodCidrs.${rangeName}`, text, MORE_PODS_MASKS);
  }
  problems.push(...describeOverlaps(parsed));
  return problems;
}

/** Further ranges for pods, sorted by name. */
export function morePodRangesOf(morePodCidrs: Readonly<Record<string, string>>): readonly GkePodRange[] {
  return Object.entries(morePodCidrs)
    .map(([rangeName, cidr]) => ({ rangeName, cidr }))
    .sort((a, b) => (a.rangeName < b.rangeName ? -1 : 1));
}

/** Secondary ranges of the node subnetwork. The two that every network has stand first: that is where they have always stood. */
export function renderSecondaryRanges(
  { podCidr, serviceCidr }: Pick<NetworkRanges, 'podCidr' | 'serviceCidr'>,
  morePodCidrs: Readonly<Record<string, string>>,
): { readonly rangeName: string; readonly ipCidrRange: string }[] {
  return [
    { rangeName: POD_RANGE_NAME, ipCidrRange: podCidr },
    { rangeName: SERVICE_RANGE_NAME, ipCidrRange: serviceCidr },
    ...Object.entries(morePodCidrs)
      .map(([rangeName, ipCidrRange]) => ({ rangeName, ipCidrRange }))
      .sort((a, b) => (a.rangeName < b.rangeName ? -1 : 1)),
  ];
}

function describeRangeName(name: string): readonly string[] {
  if (name === POD_RANGE_NAME || name === SERVICE_RANGE_NAME) {
    return [
      `'morePodCidrs' key '${name}' is the name of a range that the network has already; choose another`,
    ];
  }
  if (RANGE_NAME.test(name)) return [];
  return [
    `'morePodCidrs' key '${name}' must be 1 to 63 lower-case letters, digits and hyphens, starting with a letter`,
  ];
}
