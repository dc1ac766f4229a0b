/** How the VPC CNI gives pods their addresses. */
export enum EksPodAddresses {
  PREFIXES = 'prefixes',
  SINGLE = 'single',
  CUSTOM = 'custom',
  IPV6 = 'ipv6',
}

/** What every way of giving pods addresses can be told. */
export interface EksPodNetworkingOptions {
  /**
   * Whether NetworkPolicy objects are enforced.
   *
   * @default true
   */
  readonly networkPolicy?: boolean;
  /**
   * Whether a pod can be given security groups of its own by a `SecurityGroupPolicy`. Gives the control plane's role the
   * right to manage branch interfaces. Not for T instances nor Windows.
   *
   * @default false
   */
  readonly securityGroupsForPods?: boolean;
}

/**
 * The network of pods. One word decides the settings of the CNI, its rights, the number of pods on a node and the family of
 * addresses together, all before the first node exists: a node that started without them has to be replaced.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/managing-vpc-cni.html
 */
export class EksPodNetworking {
  /** Blocks of 16 addresses from the node's subnet: 110 pods on a node of any size. Takes addresses sixteen at a time. */
  public static prefixDelegation(options: EksPodNetworkingOptions = {}): EksPodNetworking {
    return new EksPodNetworking(EksPodAddresses.PREFIXES, options);
  }

  /**
   * One address for each pod from the node's subnet. Wastes none, and an `m7i.large` stops at 29 pods. For subnets that are too
   * fragmented for blocks of 16.
   */
  public static singleAddresses(options: EksPodNetworkingOptions = {}): EksPodNetworking {
    return new EksPodNetworking(EksPodAddresses.SINGLE, options);
  }

  /**
   * Pods take their addresses, in blocks of 16, from subnets of their own, which the network must have
   * (`EksNetwork` with `podCidr`, or `podSubnetIds` of an adopted one). The primary interface of a node carries no pods,
   * so a small machine holds fewer.
   */
  public static custom(options: EksPodNetworkingOptions = {}): EksPodNetworking {
    return new EksPodNetworking(EksPodAddresses.CUSTOM, options);
  }

  /**
   * Pods and Services have IPv6 addresses only; nodes have both. Ends the shortage of addresses. The network must have IPv6
   * ranges. Changing to it or away from it replaces the cluster.
   */
  public static ipv6(options: EksPodNetworkingOptions = {}): EksPodNetworking {
    return new EksPodNetworking(EksPodAddresses.IPV6, options);
  }

  public readonly networkPolicy: boolean;
  public readonly securityGroupsForPods: boolean;

  private constructor(
    public readonly addresses: EksPodAddresses,
    options: EksPodNetworkingOptions,
  ) {
    this.networkPolicy = options.networkPolicy ?? true;
    this.securityGroupsForPods = options.securityGroupsForPods ?? false;
  }
}
