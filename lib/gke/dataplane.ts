/** What carries the traffic of pods and enforces NetworkPolicy. Changing it replaces the cluster. */
export enum GkeDataplane {
  /** eBPF, with network policies, their logs, and FQDN and cluster-wide policies. */
  V2 = 'v2',
  /** iptables with Calico, for what cannot do without it. */
  CALICO = 'calico',
}
