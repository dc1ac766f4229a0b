import type { HoursAssumption } from '../types';

/** What people do where a provider runs the control plane: EKS, EKS Auto Mode, GKE, GKE Autopilot, AKS. */
export const HOURS_MANAGED: readonly HoursAssumption[] = [
  {
    platform: 'eks',
    label: 'Kubernetes upgrades',
    hoursPerMonth: 4,
    rationale:
      'Three minor versions a year, about 16 hours each: read the changes, upgrade a test cluster, the control plane, the add-ons and every node group. 3 × 16 / 12.',
  },
  {
    platform: 'eks',
    label: 'Node images and add-ons',
    hoursPerMonth: 3,
    rationale: 'New node images and add-on versions twice a month, rolled out by node group and watched.',
  },
  {
    platform: 'eks',
    label: 'Routine operation',
    hoursPerMonth: 3,
    rationale: 'Alerts, access requests and small faults, about three quarters of an hour a week.',
  },
  {
    platform: 'eks',
    label: 'Network and limits',
    hoursPerMonth: 1,
    rationale:
      'Subnets, addresses, endpoints and service quotas belong to the account and run out unnoticed.',
  },
  {
    platform: 'eks',
    label: 'Cost and capacity review',
    hoursPerMonth: 1,
    rationale: 'One look a month at sizes, commitments and what is idle.',
  },
  {
    platform: 'gke',
    label: 'Kubernetes upgrades',
    hoursPerMonth: 2,
    rationale:
      'Three minor versions a year, about 8 hours each: the release channel upgrades control plane and nodes, people test before and watch. 3 × 8 / 12.',
  },
  {
    platform: 'gke',
    label: 'Node images and add-ons',
    hoursPerMonth: 2,
    rationale: 'Google patches nodes and its own add-ons; what the user installed is still patched by hand.',
  },
  {
    platform: 'gke',
    label: 'Routine operation',
    hoursPerMonth: 3,
    rationale: 'The same as on any managed platform: about three quarters of an hour a week.',
  },
  {
    platform: 'gke',
    label: 'Network and limits',
    hoursPerMonth: 1,
    rationale: 'Secondary ranges, Cloud NAT ports and quotas of the project.',
  },
  {
    platform: 'gke',
    label: 'Cost and capacity review',
    hoursPerMonth: 1,
    rationale: 'One look a month at sizes, commitments and what is idle.',
  },
  {
    platform: 'eks-auto',
    label: 'Kubernetes upgrades',
    hoursPerMonth: 3,
    rationale:
      'Three minor versions a year, about 12 hours each: read the changes, upgrade a test cluster and the control plane, watch; AWS replaces the nodes and its own add-ons. 3 × 12 / 12.',
  },
  {
    platform: 'eks-auto',
    label: 'Node images and add-ons',
    hoursPerMonth: 1,
    rationale:
      'AWS patches the nodes and the add-ons that Auto Mode runs; what the user installed is still patched by hand.',
  },
  {
    platform: 'eks-auto',
    label: 'Routine operation',
    hoursPerMonth: 3,
    rationale: 'The same as on any managed platform: about three quarters of an hour a week.',
  },
  {
    platform: 'eks-auto',
    label: 'Network and limits',
    hoursPerMonth: 1,
    rationale: 'Subnets, addresses, endpoints and service quotas belong to the account, as on EKS.',
  },
  {
    platform: 'eks-auto',
    label: 'Cost and capacity review',
    hoursPerMonth: 1,
    rationale: 'One look a month at the machines that Auto Mode picked, at commitments and at what is idle.',
  },
  {
    platform: 'gke-autopilot',
    label: 'Kubernetes upgrades',
    hoursPerMonth: 1,
    rationale:
      'Three minor versions a year, about 4 hours each: the release channel upgrades everything and there are no node pools to plan; people test before and watch. 3 × 4 / 12.',
  },
  {
    platform: 'gke-autopilot',
    label: 'Node images and add-ons',
    hoursPerMonth: 1,
    rationale:
      'Google patches nodes and its own add-ons and has no node images to choose; what the user installed is still patched by hand.',
  },
  {
    platform: 'gke-autopilot',
    label: 'Routine operation',
    hoursPerMonth: 3,
    rationale: 'The same as on any managed platform: about three quarters of an hour a week.',
  },
  {
    platform: 'gke-autopilot',
    label: 'Network and limits',
    hoursPerMonth: 1,
    rationale: 'Secondary ranges, Cloud NAT ports and quotas of the project, as on GKE.',
  },
  {
    platform: 'gke-autopilot',
    label: 'Cost and capacity review',
    hoursPerMonth: 1,
    rationale: 'One look a month at what pods request: that, and not machines, is what is paid.',
  },
  {
    platform: 'aks',
    label: 'Kubernetes upgrades',
    hoursPerMonth: 3,
    rationale:
      'Three minor versions a year, about 12 hours each: the upgrade channel rolls control plane and node pools, but each version lives twelve months only, so none can be left out. 3 × 12 / 12.',
  },
  {
    platform: 'aks',
    label: 'Node images and add-ons',
    hoursPerMonth: 2,
    rationale:
      'Node images are replaced by a channel and watched; what the user installed is patched by hand.',
  },
  {
    platform: 'aks',
    label: 'Routine operation',
    hoursPerMonth: 3,
    rationale: 'The same as on any managed platform: about three quarters of an hour a week.',
  },
  {
    platform: 'aks',
    label: 'Network and limits',
    hoursPerMonth: 1,
    rationale: 'Subnets, outbound ports and quotas of the subscription run out unnoticed.',
  },
  {
    platform: 'aks',
    label: 'Cost and capacity review',
    hoursPerMonth: 1,
    rationale: 'One look a month at sizes, reservations and what is idle.',
  },
];
