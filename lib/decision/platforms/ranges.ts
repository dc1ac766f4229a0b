import {
  EKS_SERVICE_CIDR,
  EKS_VPC_CIDR,
  GKE_CONTROL_PLANE_CIDR,
  GKE_NODE_CIDR,
  GKE_POD_CIDR,
  GKE_SERVICE_CIDR,
  ON_PREM_POD_CIDR,
  ON_PREM_SERVICE_CIDR,
} from '../../catalog/network-defaults';
import type { Candidate, ClusterContext } from '../types';

/** The VPC, where pods are too, and the Services. */
export function eksRanges({ cluster: { network } }: ClusterContext): readonly string[] {
  const vpc = network.adopt?.eks?.vpcCidr ?? network.nodeCidr ?? EKS_VPC_CIDR;
  return [vpc, network.serviceCidr ?? EKS_SERVICE_CIDR];
}

/** Nodes, pods, Services, and in a network that is defined for the cluster the control plane's own. */
export function gkeRanges({ cluster: { network } }: ClusterContext): readonly string[] {
  const adopted = network.adopt?.gke;
  if (adopted !== undefined) return [adopted.nodeCidr, adopted.podCidr, adopted.serviceCidr];
  return [
    network.nodeCidr ?? GKE_NODE_CIDR,
    network.podCidr ?? GKE_POD_CIDR,
    network.serviceCidr ?? GKE_SERVICE_CIDR,
    GKE_CONTROL_PLANE_CIDR,
  ];
}

/** What `EksNetwork` would make of the VPC, and kubeadm's pods and Services as on premises. */
export function ec2Ranges({ cluster: { network } }: ClusterContext): readonly string[] {
  return [
    network.nodeCidr ?? EKS_VPC_CIDR,
    network.podCidr ?? ON_PREM_POD_CIDR,
    network.serviceCidr ?? ON_PREM_SERVICE_CIDR,
  ];
}

/**
 * Those that AKS takes when nobody names any, with pods in an overlay.
 *
 * @see https://learn.microsoft.com/azure/aks/concepts-network-ip-address-planning
 */
const AKS_NODE_CIDR = '10.224.0.0/12';
export const AKS_POD_CIDR = '10.244.0.0/16';
const AKS_SERVICE_CIDR = '10.0.0.0/16';

export function aksRanges({ cluster: { network } }: ClusterContext): readonly string[] {
  return [
    network.nodeCidr ?? AKS_NODE_CIDR,
    network.podCidr ?? AKS_POD_CIDR,
    network.serviceCidr ?? AKS_SERVICE_CIDR,
  ];
}

/** Pods and Services, and every machine by itself: the site's network is not known, only who is in it. */
export function siteRanges(
  { place }: Candidate,
  { cluster: { network } }: ClusterContext,
): readonly string[] {
  const machines =
    place.kind === 'site'
      ? Object.values(place.site.machines).map(({ address }) =>
          address.includes(':') ? `${address}/128` : `${address}/32`,
        )
      : [];
  return [network.podCidr ?? ON_PREM_POD_CIDR, network.serviceCidr ?? ON_PREM_SERVICE_CIDR, ...machines];
}
