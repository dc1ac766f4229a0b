import { VpcIpv4CidrBlockAssociation } from '@cdktf/provider-aws/lib/vpc-ipv4-cidr-block-association';
import type { Construct } from 'constructs';
import type { Cidr } from '../../values';
import { EksEgress } from '../egress';
import { ipv6SubnetCidr } from './ipv6';
import { planPodSubnets } from './pod-range';
import type { ZoneKey, ZoneSubnets } from './subnet-plan';
import { SubnetTier } from './subnet-tier';
import { Zones } from './zones';

export interface NetworkSubnetsProps {
  readonly networkName: string;
  readonly vpcId: string;
  /** Range that the subnets have IPv6 addresses from; `undefined` for none. */
  readonly vpcIpv6Cidr: string | undefined;
  readonly plan: Readonly<Record<ZoneKey, ZoneSubnets>>;
  readonly podCidr: Cidr | undefined;
  readonly availabilityZones?: readonly string[];
  readonly zoneCount?: 2 | 3;
  readonly egress?: EksEgress;
  readonly tags?: Readonly<Record<string, string>>;
}

/** The subnets of a network by what they are for. */
export interface NetworkSubnets {
  readonly privateSubnets: SubnetTier;
  readonly intraSubnets: SubnetTier;
  /** None without a way out. */
  readonly publicSubnets: SubnetTier | undefined;
  /** None when pods share the private subnets. */
  readonly podSubnets: SubnetTier | undefined;
}

/** Defines the subnets as children of a network. */
export function defineSubnets(network: Construct, props: NetworkSubnetsProps): NetworkSubnets {
  const { networkName, vpcId, vpcIpv6Cidr, plan, tags = {} } = props;
  const zones = new Zones(network, 'Zones', props.availabilityZones, props.zoneCount ?? 3);
  const common = { vpcId, zones, tags };
  const ipv6 = (tier: 'private' | 'public' | 'intra'): { ipv6CidrOf?: (zone: ZoneKey) => string } =>
    vpcIpv6Cidr === undefined ? {} : { ipv6CidrOf: (zone) => ipv6SubnetCidr(vpcIpv6Cidr, tier, zone) };
  const privateSubnets = new SubnetTier(network, 'PrivateSubnets', {
    ...common,
    ...ipv6('private'),
    name: `${networkName}-private`,
    cidrOf: (zone) => plan[zone].privateCidr,
    routeTables: 'per-zone',
    subnetTags: { 'kubernetes.io/role/internal-elb': '1' },
  });
  const intraSubnets = new SubnetTier(network, 'IntraSubnets', {
    ...common,
    ...ipv6('intra'),
    name: `${networkName}-intra`,
    cidrOf: (zone) => plan[zone].intraCidr,
    routeTables: 'shared',
    subnetTags: {},
  });
  const publicSubnets =
    props.egress === EksEgress.NONE
      ? undefined
      : new SubnetTier(network, 'PublicSubnets', {
          ...common,
          ...ipv6('public'),
          name: `${networkName}-public`,
          cidrOf: (zone) => plan[zone].publicCidr,
          routeTables: 'shared',
          subnetTags: { 'kubernetes.io/role/elb': '1' },
        });
  const podSubnets = definePodSubnets(network, props, zones, privateSubnets);
  return { privateSubnets, intraSubnets, publicSubnets, podSubnets };
}

/** Pods take the private subnets' ways: their NAT and the endpoint of S3. */
function definePodSubnets(
  network: Construct,
  { networkName, vpcId, podCidr, tags = {} }: NetworkSubnetsProps,
  zones: Zones,
  privateSubnets: SubnetTier,
): SubnetTier | undefined {
  if (podCidr === undefined) return undefined;
  const range = new VpcIpv4CidrBlockAssociation(network, 'PodRange', {
    vpcId,
    cidrBlock: podCidr.toString(),
  });
  const plan = planPodSubnets(podCidr);
  return new SubnetTier(network, 'PodSubnets', {
    // of the range and not of the VPC, so that the range is there before its subnets are
    vpcId: range.vpcId,
    zones,
    tags,
    name: `${networkName}-pods`,
    cidrOf: (zone) => plan[zone],
    routeTables: privateSubnets,
    subnetTags: {},
  });
}
