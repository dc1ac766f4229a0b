import type { GkeDns } from './dns';
import type { GkeEgressBandwidth } from './egress-bandwidth';
import type { GkeFirewallOptions } from './firewall-options';
import type { GkeNetworkTier } from './network-tier';

/**
 * How traffic of the cluster goes. What is left out stays as it is in a cluster that has it already: say `false` to switch something off.
 */
export interface GkeTrafficProps {
  /**
   * Whether nodes, pods and Services have addresses of IPv6 too. The network must be dual stack. `ipFamilyPolicy` of each
   * Service says which it takes.
   *
   * @default - IPv4 only
   */
  readonly dualStack?: boolean;
  /**
   * Whether GKE adds ranges for nodes and pods by itself when there is no room left, outside of Terraform. Needs hashicorp/google 7.4.
   *
   * @default - not
   */
  readonly autoIpam?: boolean;
  /** @default - kube-dns in a cluster with nodes of yours, Cloud DNS in an Autopilot cluster */
  readonly dns?: GkeDns;
  /**
   * Whether GKE runs a controller for Gateways. It brings their custom resources, which other controllers of Gateways use too. Needs the
   * add-on for HTTP load balancing.
   *
   * @default - GKE's own choice: on in an Autopilot cluster, off in others
   */
  readonly gatewayApi?: boolean;
  /**
   * Whether a node puts its own address in place of its pods' towards what is outside of the private ranges. Without it, whatever pods
   * talk to must have a way back to their ranges; a Cloud NAT of theirs must translate them, as that of `GkeNetwork` does.
   *
   * @default - it does
   */
  readonly sourceNat?: boolean;
  /**
   * Whether network policies can name domains. Not with Calico. Once on, switching it off **replaces the cluster**.
   *
   * @default - not
   */
  readonly fqdnNetworkPolicy?: boolean;
  /**
   * Whether there can be network policies over all namespaces. Not with Calico.
   *
   * @default - not
   */
  readonly clusterwideNetworkPolicy?: boolean;
  /**
   * Whether nodes and pods can have interfaces in further networks. Not with Calico.
   *
   * @default - not
   */
  readonly multiNetworking?: boolean;
  /**
   * What nodes of every pool may send, where a pool says nothing else.
   *
   * @default - what the machine gives without an extra price
   */
  readonly egressBandwidth?: GkeEgressBandwidth;
  /**
   * Whether GKE keeps firewall rules of the network for each Service of type LoadBalancer. Without them firewall policies of yours
   * must let the traffic in.
   *
   * @default - it does
   */
  readonly loadBalancerFirewalls?: boolean;
  /**
   * Tier of the public addresses of Services. Needs hashicorp/google 7.10.
   *
   * @default - the project's own
   */
  readonly networkTier?: GkeNetworkTier;
  /**
   * Firewall rules beside those that GKE makes itself.
   *
   * @default - none
   */
  readonly firewall?: GkeFirewallOptions;
}
