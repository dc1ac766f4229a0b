import { ComputeNetwork } from '@cdktf/provider-google/lib/compute-network';
import { ComputeSubnetwork } from '@cdktf/provider-google/lib/compute-subnetwork';
import { DnsPolicy } from '@cdktf/provider-google/lib/dns-policy';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import {
  GKE_CONTROL_PLANE_CIDR,
  GKE_NODE_CIDR,
  GKE_POD_CIDR,
  GKE_SERVICE_CIDR,
} from '../catalog/network-defaults';
import { ValidationError } from '../values';
import { GkeEgress } from './egress';
import { GkeFlowLogInterval, type GkeFlowLogOptions } from './flow-logs';
import { GkeGoogleAccess } from './google-access';
import { GkeIpv6 } from './ipv6';
import type { GkeNatOptions } from './nat';
import type { GkeNetworkAttributes, GkeNodeSubnetwork, GkePodRange, IGkeNetwork } from './network-attributes';
import { AdoptedGkeNetwork } from './private/adopted-network';
import { defineNat } from './private/nat-egress';
import { describeNetwork } from './private/network-checks';
import {
  morePodRangesOf,
  POD_RANGE_NAME,
  renderSecondaryRanges,
  SERVICE_RANGE_NAME,
} from './private/subnet-ranges';
import type { GkeRoutingMode } from './routing-mode';

/** Props of {@link GkeNetwork}. */
export interface GkeNetworkProps {
  /** Name of the network and stem of the names of what is in it; 1 to 40 lower-case letters, digits and hyphens. Unique in the project. */
  readonly networkName: string;
  readonly project: string;
  readonly region: string;
  /**
   * Range of the nodes. It can be widened in place and never narrowed.
   *
   * @default '10.0.0.0/20' - room for 4,092 nodes
   */
  readonly nodeCidr?: string;
  /**
   * Range of the pods. Every node takes 256 addresses of it, or with another `maxPodsPerNode` the power of two that is at least twice
   * as many. Changing it replaces the clusters in it.
   *
   * @default '10.4.0.0/14' - room for 1,024 nodes
   */
  readonly podCidr?: string;
  /**
   * Range of the virtual addresses of Services. Changing it replaces the clusters in it.
   *
   * @default '10.8.0.0/20' - room for 4,096 Services
   */
  readonly serviceCidr?: string;
  /**
   * Range of the subnetwork that the control plane's private address comes from.
   *
   * @default '172.16.0.0/28'
   */
  readonly controlPlaneCidr?: string;
  /**
   * Further ranges of the node subnetwork for pods, under their names, for when the first is full. A cluster takes them into use when it
   * is told of the network, and cannot lose one that has pods. Ranges can be added in place.
   *
   * @default {}
   */
  readonly morePodCidrs?: Readonly<Record<string, string>>;
  /**
   * IPv6 of the node subnetwork beside IPv4, for clusters with `dualStack`. Can be added in place; its kind cannot be changed again.
   *
   * @default - none
   */
  readonly ipv6?: GkeIpv6;
  /**
   * Largest packet in bytes, 1300 to 8896. Machines take a new one when they start anew.
   *
   * @default - Google's own, 1460
   */
  readonly mtu?: number;
  /** @default - Google's own, REGIONAL */
  readonly routingMode?: GkeRoutingMode;
  /** @default GkeEgress.NAT */
  readonly egress?: GkeEgress;
  /**
   * Only with GkeEgress.NAT.
   *
   * @default - addresses that Google picks, errors logged
   */
  readonly nat?: GkeNatOptions;
  /**
   * Whether Google's APIs and registries are reached at `restricted.googleapis.com` and no other way, as VPC Service Controls need.
   * APIs that those do not guard are out of reach then. Needs the API of Cloud DNS.
   *
   * @default false - at their usual addresses, by Private Google Access
   */
  readonly restrictedGoogleAccess?: boolean;
  /**
   * Whether a sample of all connections goes to Cloud Logging, half of them in ten-minute intervals. Charged by volume.
   *
   * @default true
   */
  readonly flowLogs?: boolean;
  /**
   * How flow logs are sampled. Only with `flowLogs`.
   *
   * @default - half of all entries, in ten-minute intervals
   */
  readonly flowLogOptions?: GkeFlowLogOptions;
  /**
   * Whether each DNS query of machines and pods goes to Cloud Logging. Charged by volume. Needs the API of Cloud DNS.
   *
   * @default false
   */
  readonly dnsLogging?: boolean;
}

/**
 * A VPC for GKE: a node subnetwork with secondary ranges for pods and Services, a subnetwork for the control plane's
 * private address, and Cloud NAT. Ranges that are malformed, too small or overlap are refused at synthesis.
 *
 * The control plane has a subnetwork and not just a range (`master_ipv4_cidr_block`): GKE would make that
 * subnetwork itself, outside Terraform, and may leave it behind, where it blocks the deletion of the network.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/alias-ips
 */
export class GkeNetwork extends Construct implements IGkeNetwork {
  /** Adopts a network that exists; defines nothing and checks nothing that is not told. */
  public static fromAttributes(scope: Construct, id: string, attributes: GkeNetworkAttributes): IGkeNetwork {
    return new AdoptedGkeNetwork(scope, id, attributes);
  }

  public readonly networkId: string;
  public readonly nodeSubnetworkId: string;
  public readonly podRangeName: string = POD_RANGE_NAME;
  public readonly serviceRangeName: string = SERVICE_RANGE_NAME;
  /** None: the ranges have names here. */
  public readonly rangesOfGke = undefined;
  public readonly controlPlaneSubnetworkId: string;
  public readonly nodeCidr: string;
  public readonly podCidr: string;
  public readonly serviceCidr: string;
  public readonly controlPlaneCidr: string;
  public readonly networkProject = undefined;
  public readonly isDualStack: boolean;
  public readonly morePodRanges: readonly GkePodRange[];
  public readonly moreNodeSubnetworks: readonly GkeNodeSubnetwork[] = [];
  public readonly readyForNodes: readonly ITerraformDependable[];

  /** @throws ValidationError with all that is refused: the name, ranges, the largest packet, NAT, flow logs. */
  public constructor(scope: Construct, id: string, props: GkeNetworkProps) {
    super(scope, id);
    this.nodeCidr = props.nodeCidr ?? GKE_NODE_CIDR;
    this.podCidr = props.podCidr ?? GKE_POD_CIDR;
    this.serviceCidr = props.serviceCidr ?? GKE_SERVICE_CIDR;
    this.controlPlaneCidr = props.controlPlaneCidr ?? GKE_CONTROL_PLANE_CIDR;
    const problems = describeNetwork(props, this);
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
    this.isDualStack = props.ipv6 !== undefined;
    this.morePodRanges = morePodRangesOf(props.morePodCidrs ?? {});

    const { project, region, networkName } = props;
    const network = new ComputeNetwork(this, 'Resource', {
      project,
      name: networkName,
      autoCreateSubnetworks: false,
      enableUlaInternalIpv6: props.ipv6 === GkeIpv6.INTERNAL ? true : undefined,
      mtu: props.mtu,
      routingMode: props.routingMode,
    });
    this.networkId = network.selfLink;
    const nodes = this.defineNodeSubnetwork(props);
    this.nodeSubnetworkId = nodes.selfLink;
    this.controlPlaneSubnetworkId = new ComputeSubnetwork(this, 'ControlPlaneSubnetwork', {
      project,
      region,
      name: `${networkName}-control-plane`,
      network: this.networkId,
      ipCidrRange: this.controlPlaneCidr,
      privateIpGoogleAccess: true,
    }).selfLink;
    if (props.dnsLogging ?? false) this.defineDnsLogging(props);
    this.readyForNodes = [...this.defineEgress(props), ...this.defineGoogleAccess(props)];
  }

  private defineNodeSubnetwork(props: GkeNetworkProps): ComputeSubnetwork {
    return new ComputeSubnetwork(this, 'NodeSubnetwork', {
      project: props.project,
      region: props.region,
      name: `${props.networkName}-nodes`,
      network: this.networkId,
      ipCidrRange: this.nodeCidr,
      privateIpGoogleAccess: true,
      secondaryIpRange: renderSecondaryRanges(this, props.morePodCidrs ?? {}),
      stackType: props.ipv6 === undefined ? undefined : 'IPV4_IPV6',
      ipv6AccessType: props.ipv6,
      logConfig: (props.flowLogs ?? true) ? renderFlowLogs(props.flowLogOptions ?? {}) : undefined,
    });
  }

  private defineEgress(props: GkeNetworkProps): readonly ITerraformDependable[] {
    if (props.egress === GkeEgress.NONE) return [];
    const { project, region, networkName } = props;
    const { networkId, nodeSubnetworkId } = this;
    return [
      defineNat(this, { ...props.nat, name: networkName, project, region, networkId, nodeSubnetworkId }),
    ];
  }

  private defineGoogleAccess(props: GkeNetworkProps): readonly ITerraformDependable[] {
    if (!(props.restrictedGoogleAccess ?? false)) return [];
    const { project, networkName } = props;
    return new GkeGoogleAccess(this, 'GoogleAccess', {
      name: networkName,
      project,
      networkId: this.networkId,
    }).ready;
  }

  private defineDnsLogging({ project, networkName }: GkeNetworkProps): void {
    new DnsPolicy(this, 'DnsPolicy', {
      project,
      name: networkName,
      description: `Logs the DNS queries of the network ${networkName}`,
      enableLogging: true,
      networks: [{ networkUrl: this.networkId }],
    });
  }
}

function renderFlowLogs(options: GkeFlowLogOptions) {
  return {
    aggregationInterval: options.interval ?? GkeFlowLogInterval.MINUTES_10,
    flowSampling: options.sampling ?? 0.5,
    metadata: (options.metadata ?? true) ? 'INCLUDE_ALL_METADATA' : 'EXCLUDE_ALL_METADATA',
    filterExpr: options.filter,
  };
}
