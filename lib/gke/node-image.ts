/** What a node runs. The values are GKE's own words. Changing it moves the nodes one by one. */
export enum GkeNodeImage {
  /** Google's own: small, read-only, verified at boot. */
  CONTAINER_OPTIMIZED = 'COS_CONTAINERD',
  /** For kernel modules and packages that Container-Optimized OS does not have. The CIS benchmark of GKE asks for the other. */
  UBUNTU = 'UBUNTU_CONTAINERD',
  /** Windows Server 2019. GKE taints the nodes `node.kubernetes.io/os=windows:NoSchedule`; a cluster needs Linux nodes beside them. */
  WINDOWS_2019 = 'WINDOWS_LTSC_CONTAINERD/2019',
  /** Windows Server 2022. */
  WINDOWS_2022 = 'WINDOWS_LTSC_CONTAINERD/2022',
}
