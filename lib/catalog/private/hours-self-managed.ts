import type { HoursAssumption } from '../types';

/** What people do where nobody else runs anything: on premises and on rented machines. */
export const HOURS_SELF_MANAGED: readonly HoursAssumption[] = [
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
  {
    platform: 'self-managed-ec2',
    label: 'Kubernetes upgrades',
    hoursPerMonth: 8,
    rationale:
      'As on premises: every control-plane machine and every worker one by one, with a way back. 3 × 32 / 12.',
  },
  {
    platform: 'self-managed-ec2',
    label: 'Operating system patching',
    hoursPerMonth: 8,
    rationale:
      'As on premises: monthly images or patches and restarts, drained machine by machine; two working half-days.',
  },
  {
    platform: 'self-managed-ec2',
    label: 'etcd backup and restore drill',
    hoursPerMonth: 3,
    rationale: 'Watch the backups, restore one a month on a spare machine: the only proof that they work.',
  },
  {
    platform: 'self-managed-ec2',
    label: 'Certificates and keys',
    hoursPerMonth: 2,
    rationale: 'Certificates of kubeadm run one year; encryption keys are rotated by hand.',
  },
  {
    platform: 'self-managed-ec2',
    label: 'Network and limits',
    hoursPerMonth: 1,
    rationale:
      'Subnets, addresses and service quotas of the account, instead of the five hours for hardware and switches.',
  },
  {
    platform: 'self-managed-ec2',
    label: 'Add-ons and load balancing',
    hoursPerMonth: 4,
    rationale: 'Network plugin, storage and cloud controller, ingress: nobody else patches them.',
  },
  {
    platform: 'self-managed-ec2',
    label: 'Routine operation',
    hoursPerMonth: 3,
    rationale: 'Alerts, access requests and small faults, about three quarters of an hour a week.',
  },
  {
    platform: 'self-managed-ec2',
    label: 'Standby for the control plane',
    hoursPerMonth: 3,
    rationale:
      'Work during on-call that a provider would do: quorum, disks, the API endpoint. Standby pay is not in it.',
  },
  {
    platform: 'self-managed-ec2',
    label: 'Cost and capacity review',
    hoursPerMonth: 1,
    rationale: 'One look a month at sizes, commitments and what is idle.',
  },
];
