/** Which part of a cluster metrics come from. The values are GKE's own words. */
export enum GkeMetric {
  /** Of GKE itself; free of charge, and always kept. */
  SYSTEM = 'SYSTEM_COMPONENTS',
  APISERVER = 'APISERVER',
  SCHEDULER = 'SCHEDULER',
  CONTROLLER_MANAGER = 'CONTROLLER_MANAGER',
  /** State of volumes and claims. */
  STORAGE = 'STORAGE',
  /** State of the horizontal autoscaling of pods. */
  HPA = 'HPA',
  POD = 'POD',
  DAEMONSET = 'DAEMONSET',
  DEPLOYMENT = 'DEPLOYMENT',
  STATEFULSET = 'STATEFULSET',
  KUBELET = 'KUBELET',
  /** Use of processors, memory, disks and networks by containers. */
  CADVISOR = 'CADVISOR',
  /** GPUs. */
  DCGM = 'DCGM',
  /** State of JobSets. Needs Kubernetes 1.32. */
  JOBSET = 'JOBSET',
}

/** Metrics of Dataplane V2. */
export interface GkeDataplaneObservability {
  /** Whether its metrics are collected; Managed Service for Prometheus charges for what it keeps. */
  readonly metrics: boolean;
  /** Whether GKE runs a relay that shows the flows of the whole cluster as they are. */
  readonly relay: boolean;
}

/**
 * What GKE sends to Cloud Monitoring: always the system's metrics, and those asked for. All but the system's are charged by the sample.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/configure-metrics
 */
export function gkeMetricComponents(metrics: readonly GkeMetric[]): readonly string[] {
  // the provider compares this as a list although it is a set
  return [...new Set<string>([...metrics, GkeMetric.SYSTEM])].sort();
}
