import { Token } from 'cdktf';
import type { IEksNetwork } from '../network-attributes';
import { EksPodAddresses, type EksPodNetworking } from '../pod-networking';
import type { AddOnConfiguration } from './add-on-configuration';
import type { AwsEnvironment } from './aws-environment';
import type { PolicyStatement } from './policy-document';

type PodSubnets = IEksNetwork['podSubnets'];

/** Blocks of 16 addresses, one of them always in reserve, so that a node holds 110 pods whatever its size. */
const PREFIXES = { ENABLE_PREFIX_DELEGATION: 'true', WARM_PREFIX_TARGET: '1' };

/** Ten addresses from the start and five to spare: without them the CNI keeps a whole second interface full of addresses. */
const SINGLE = { MINIMUM_IP_TARGET: '10', WARM_IP_TARGET: '5' };

const ENVIRONMENT: Readonly<Record<EksPodAddresses, Readonly<Record<string, string>>>> = {
  [EksPodAddresses.PREFIXES]: PREFIXES,
  [EksPodAddresses.SINGLE]: SINGLE,
  [EksPodAddresses.CUSTOM]: {
    ...PREFIXES,
    AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: 'true',
    ENI_CONFIG_LABEL_DEF: 'topology.kubernetes.io/zone',
  },
  // EKS turns IPv6 on by the family of the cluster; a node then holds one block of 2^48 addresses and needs no reserve
  [EksPodAddresses.IPV6]: { ENABLE_PREFIX_DELEGATION: 'true' },
};

/** Standard, because strict breaks Services with `externalTrafficPolicy: Local` and the DNS cache of nodes. */
const BRANCH_INTERFACES = { ENABLE_POD_ENI: 'true', POD_SECURITY_GROUP_ENFORCING_MODE: 'standard' };

/** What `podNetworking` and the pools decide, in every mode. The reserves (`WARM_…`, `MINIMUM_…`) may be tuned. */
export const CNI_DECIDED: Readonly<Record<string, string>> = {
  enableNetworkPolicy: 'podNetworking',
  enableWindowsIpam: 'nodePools',
  eniConfig: 'podNetworking',
  'env.AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG': 'podNetworking',
  'env.ENABLE_IPv4': 'podNetworking',
  'env.ENABLE_IPv6': 'podNetworking',
  'env.ENABLE_POD_ENI': 'podNetworking',
  'env.ENABLE_PREFIX_DELEGATION': 'podNetworking',
  'env.ENI_CONFIG_LABEL_DEF': 'podNetworking',
  'env.POD_SECURITY_GROUP_ENFORCING_MODE': 'podNetworking',
};

/**
 * The configuration of the VPC CNI. All of it must be there before the first node: a node counts its addresses when it starts.
 *
 * @see https://github.com/aws/amazon-vpc-cni-k8s#cni-configuration-variables
 */
export function renderCni(
  networking: EksPodNetworking,
  surroundings: {
    readonly region: string;
    readonly podSubnets: PodSubnets;
    /** Whether a pool of Windows machines takes addresses as well. */
    readonly windows: boolean;
  },
): AddOnConfiguration {
  const custom = networking.addresses === EksPodAddresses.CUSTOM;
  return {
    enableNetworkPolicy: String(networking.networkPolicy),
    ...(surroundings.windows ? { enableWindowsIpam: 'true' } : {}),
    ...(custom ? { eniConfig: renderEniConfig(surroundings) } : {}),
    env: {
      ...ENVIRONMENT[networking.addresses],
      ...(networking.securityGroupsForPods ? BRANCH_INTERFACES : {}),
    },
  };
}

/** The interfaces of pods carry the security groups of the node, because none are named. */
function renderEniConfig(surroundings: {
  readonly region: string;
  readonly podSubnets: PodSubnets;
}): AddOnConfiguration {
  return {
    create: true,
    region: surroundings.region,
    // The key names the ENIConfig, which a node finds by its own label of the zone
    subnets: Object.fromEntries(
      surroundings.podSubnets.map(({ zone, subnetId }) => [zone, { id: subnetId }]),
    ),
  };
}

/** The AWS policy of the CNI, or for IPv6, for which AWS has none, its statements. */
export function cniPermissions(
  networking: EksPodNetworking,
  environment: AwsEnvironment,
): {
  readonly managedPolicies: Readonly<Record<string, string>>;
  readonly statements: readonly PolicyStatement[];
} {
  if (networking.addresses !== EksPodAddresses.IPV6) {
    return {
      managedPolicies: { ManagedPolicy: environment.managedPolicyArn('AmazonEKS_CNI_Policy') },
      statements: [],
    };
  }
  return {
    managedPolicies: {},
    statements: [
      {
        Sid: 'Addresses',
        Effect: 'Allow',
        Action: [
          'ec2:AssignIpv6Addresses',
          'ec2:DescribeInstanceTypes',
          'ec2:DescribeInstances',
          'ec2:DescribeNetworkInterfaces',
          'ec2:DescribeTags',
        ],
        Resource: '*',
      },
      {
        Sid: 'TagInterfaces',
        Effect: 'Allow',
        Action: ['ec2:CreateTags'],
        Resource: environment.regionalArn('ec2', 'network-interface/*'),
      },
    ],
  };
}

/** What a network lacks for pods with subnets of their own; empty when it has all of it, or pods need none. */
export function describePodNetworking(
  networking: EksPodNetworking,
  network: Pick<IEksNetwork, 'podSubnets' | 'zones'>,
): readonly string[] {
  return networking.addresses === EksPodAddresses.CUSTOM ? describePodSubnets(network) : [];
}

function describePodSubnets(network: Pick<IEksNetwork, 'podSubnets' | 'zones'>): readonly string[] {
  const zones = network.podSubnets.map(({ zone }) => zone);
  if (zones.length === 0) {
    return [
      "'podNetworking' is custom, but the network has no subnets for pods; give EksNetwork a 'podCidr' or the adopted one its 'podSubnets'",
    ];
  }
  const problems: string[] = [];
  const twice = zones.filter((zone, index) => zones.indexOf(zone) !== index);
  if (twice.length > 0) {
    problems.push(`'podSubnets' names ${list(twice)} twice; a zone has one subnet for pods`);
  }
  const known = [...zones, ...network.zones].every((zone) => !Token.isUnresolved(zone));
  const without = known ? network.zones.filter((zone) => !zones.includes(zone)) : [];
  if (without.length > 0) {
    problems.push(
      `'podSubnets' has none in ${list(without)}, where nodes are; a node there could not give its pods addresses`,
    );
  }
  return problems;
}

/** Why the machines of a pool cannot give pods security groups of their own; empty when they can, or need not. */
export function describeBranchInterfaces(
  networking: EksPodNetworking,
  pool: { readonly poolName: string; readonly instanceTypes: readonly string[]; readonly windows: boolean },
): readonly string[] {
  if (!networking.securityGroupsForPods) return [];
  if (pool.windows) {
    return [
      `node pool '${pool.poolName}' is of Windows machines, which cannot give pods security groups of their own; leave out 'securityGroupsForPods' or the pool`,
    ];
  }
  const without = pool.instanceTypes.filter((type) => !Token.isUnresolved(type) && /^t\d/.test(type));
  return without.length === 0
    ? []
    : [
        `node pool '${pool.poolName}' has machines without branch interfaces (${list(without)}), which cannot give pods security groups of their own; take another family, such as m7i`,
      ];
}

function list(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}
