import { ComputeNetwork } from '@cdktf/provider-google/lib/compute-network';
import { ComputeRouter } from '@cdktf/provider-google/lib/compute-router';
import { ComputeRouterNat } from '@cdktf/provider-google/lib/compute-router-nat';
import { ComputeSubnetwork } from '@cdktf/provider-google/lib/compute-subnetwork';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import {
  GKE_CONTROL_PLANE_CIDR,
  GKE_NODE_CIDR,
  GKE_POD_CIDR,
  GKE_SERVICE_CIDR,
} from '../catalog/network-defaults';
import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';
import type { GkeNetworkAttributes, GkeNodeSubnetwork, GkePodRange, IGkeNetwork } from './network-attributes';
import { AdoptedGkeNetwork } from './private/adopted-network';
import { assertRanges } from './private/ranges';

/** How nodes without a public address reach the Internet. */
export enum GkeEgress {
  /** Cloud NAT. Costs by the hour for each node and by the gibibyte. */
  NAT = 'nat',
  /** Not at all. Google's APIs and registries stay reachable; images from elsewhere do not. */
  NONE = 'none',
}

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
   * Range of the pods. Every node takes 256 addresses of it. Changing it replaces the clusters in it.
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
  /** @default GkeEgress.NAT */
  readonly egress?: GkeEgress;
  /**
   * Whether a sample of all connections goes to Cloud Logging, half of them in ten-minute intervals. Charged by volume.
   *
   * @default true
   */
  readonly flowLogs?: boolean;
}

const NETWORK_NAME = /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/;
const POD_RANGE_NAME = 'pods';
const SERVICE_RANGE_NAME = 'services';

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
  public readonly controlPlaneSubnetworkId: string;
  public readonly nodeCidr: string;
  public readonly podCidr: string;
  public readonly serviceCidr: string;
  public readonly controlPlaneCidr: string;
  public readonly networkProject = undefined;
  public readonly isDualStack: boolean = false;
  public readonly morePodRanges: readonly GkePodRange[] = [];
  public readonly moreNodeSubnetworks: readonly GkeNodeSubnetwork[] = [];
  public readonly readyForNodes: readonly ITerraformDependable[];

  /** @throws ValidationError when the name or a range is malformed, a range is too small, or two overlap. */
  public constructor(scope: Construct, id: string, props: GkeNetworkProps) {
    super(scope, id);
    whenResolved(props.networkName, (name) => {
      if (!NETWORK_NAME.test(name)) {
        throw new ValidationError(
          `'networkName' (${name}) must be 1 to 40 lower-case letters, digits and hyphens, starting with a letter`,
          this,
        );
      }
    });
    this.nodeCidr = props.nodeCidr ?? GKE_NODE_CIDR;
    this.podCidr = props.podCidr ?? GKE_POD_CIDR;
    this.serviceCidr = props.serviceCidr ?? GKE_SERVICE_CIDR;
    this.controlPlaneCidr = props.controlPlaneCidr ?? GKE_CONTROL_PLANE_CIDR;
    assertRanges(
      {
        nodeCidr: this.nodeCidr,
        podCidr: this.podCidr,
        serviceCidr: this.serviceCidr,
        controlPlaneCidr: this.controlPlaneCidr,
      },
      this,
    );

    const network = new ComputeNetwork(this, 'Resource', {
      project: props.project,
      name: props.networkName,
      autoCreateSubnetworks: false,
    });
    this.networkId = network.selfLink;
    const nodes = this.defineNodeSubnetwork(props);
    this.nodeSubnetworkId = nodes.selfLink;
    this.controlPlaneSubnetworkId = new ComputeSubnetwork(this, 'ControlPlaneSubnetwork', {
      project: props.project,
      region: props.region,
      name: `${props.networkName}-control-plane`,
      network: this.networkId,
      ipCidrRange: this.controlPlaneCidr,
      privateIpGoogleAccess: true,
    }).selfLink;
    const egress = props.egress ?? GkeEgress.NAT;
    this.readyForNodes = egress === GkeEgress.NAT ? [this.defineNat(props)] : [];
  }

  private defineNodeSubnetwork(props: GkeNetworkProps): ComputeSubnetwork {
    return new ComputeSubnetwork(this, 'NodeSubnetwork', {
      project: props.project,
      region: props.region,
      name: `${props.networkName}-nodes`,
      network: this.networkId,
      ipCidrRange: this.nodeCidr,
      privateIpGoogleAccess: true,
      secondaryIpRange: [
        { rangeName: POD_RANGE_NAME, ipCidrRange: this.podCidr },
        { rangeName: SERVICE_RANGE_NAME, ipCidrRange: this.serviceCidr },
      ],
      logConfig:
        (props.flowLogs ?? true)
          ? {
              aggregationInterval: 'INTERVAL_10_MIN',
              flowSampling: 0.5,
              metadata: 'INCLUDE_ALL_METADATA',
            }
          : undefined,
    });
  }

  private defineNat(props: GkeNetworkProps): ITerraformDependable {
    const router = new ComputeRouter(this, 'Router', {
      project: props.project,
      region: props.region,
      name: props.networkName,
      network: this.networkId,
    });
    return new ComputeRouterNat(this, 'Nat', {
      project: props.project,
      region: props.region,
      name: props.networkName,
      router: router.name,
      natIpAllocateOption: 'AUTO_ONLY',
      sourceSubnetworkIpRangesToNat: 'LIST_OF_SUBNETWORKS',
      subnetwork: [{ name: this.nodeSubnetworkId, sourceIpRangesToNat: ['ALL_IP_RANGES'] }],
      // one node can open more than the 64 connections of a static share; the two exclude each other
      enableDynamicPortAllocation: true,
      enableEndpointIndependentMapping: false,
      logConfig: { enable: true, filter: 'ERRORS_ONLY' },
    });
  }
}
