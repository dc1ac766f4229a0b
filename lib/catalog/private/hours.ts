import type { HoursAssumption } from '../types';

/**
 * What people do for one cluster in a month. No neutral source was found (only vendors' comparisons), so every line
 * is this project's own assumption, to be replaced by the user's figure where there is one.
 */
export const HOURS: readonly HoursAssumption[] = [
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
    platform: 'on-prem',
    label: 'Kubernetes upgrades',
    hoursPerMonth: 8,
    rationale:
      'Three minor versions a year, about 32 hours each: every control-plane machine and every worker one by one, with a way back. 3 × 32 / 12.',
  },
  {
    platform: 'on-prem',
    label: 'Operating system patching',
    hoursPerMonth: 8,
    rationale: 'Monthly patches and restarts, drained machine by machine; two working half-days.',
  },
  {
    platform: 'on-prem',
    label: 'etcd backup and restore drill',
    hoursPerMonth: 3,
    rationale: 'Watch the backups, restore one a month on a spare machine: the only proof that they work.',
  },
  {
    platform: 'on-prem',
    label: 'Certificates and keys',
    hoursPerMonth: 2,
    rationale: 'Certificates of kubeadm run one year; encryption keys are rotated by hand.',
  },
  {
    platform: 'on-prem',
    label: 'Hardware and network',
    hoursPerMonth: 5,
    rationale: 'Failed parts, firmware, switches and remote hands; about one incident a month.',
  },
  {
    platform: 'on-prem',
    label: 'Add-ons and load balancing',
    hoursPerMonth: 4,
    rationale: 'Network plugin, storage, ingress and the virtual address: nobody else patches them.',
  },
  {
    platform: 'on-prem',
    label: 'Routine operation',
    hoursPerMonth: 3,
    rationale: 'Alerts, access requests and small faults, about three quarters of an hour a week.',
  },
  {
    platform: 'on-prem',
    label: 'Standby for the control plane',
    hoursPerMonth: 3,
    rationale:
      'Work during on-call that a provider would do: quorum, disks, the API endpoint. Standby pay is not in it.',
  },
];
