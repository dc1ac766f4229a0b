import type { GkeAddOns } from './add-ons';
import type { GkeBackupPlanOptions } from './backup-options';
import type { GkeFleetMembership } from './fleet';
import type { GkeLog } from './logging';
import type { GkeDataplaneObservability, GkeMetric } from './metrics';

/** How quick the horizontal autoscaling of pods is. The values are GKE's own words. */
export enum GkeHpaProfile {
  NONE = 'NONE',
  /** More autoscalers in a cluster, and metrics sooner. */
  PERFORMANCE = 'PERFORMANCE',
}

/** Where what pods use is kept, for those who pay for it. */
export interface GkeUsageExport {
  /** Name of a dataset of BigQuery that exists in the cluster's project. */
  readonly datasetId: string;
  /**
   * Whether traffic that leaves the cluster is counted, by a pod on each node.
   *
   * @default false
   */
  readonly egress?: boolean;
  /**
   * Whether what is used is kept beside what is requested.
   *
   * @default true
   */
  readonly consumption?: boolean;
}

/** What a GKE cluster is told of its running: add-ons, logs, metrics, cost, backups and its fleet. All of it changes in place. */
export interface GkeOperationsProps {
  /**
   * What GKE runs in the cluster, or does not.
   *
   * @default {} - GKE decides
   */
  readonly addOns?: GkeAddOns;
  /**
   * Whether logs of containers go to Cloud Logging. Autopilot sends them always.
   *
   * @default true
   */
  readonly workloadLogs?: boolean;
  /**
   * Logs of the control plane that no other platform has a word for, beside `controlPlaneLogs`.
   *
   * @default []
   */
  readonly extraLogs?: readonly GkeLog[];
  /**
   * Metrics that go to Cloud Monitoring; those of the system always do.
   *
   * @default [GkeMetric.SYSTEM]
   */
  readonly metrics?: readonly GkeMetric[];
  /**
   * Whether Google collects the metrics that pods offer. What it keeps is charged by the sample. Autopilot has it always.
   *
   * @default true
   */
  readonly managedPrometheus?: boolean;
  /**
   * Whether it finds well-known software by itself. Once said, leaving it out changes nothing.
   *
   * @default - GKE's own
   */
  readonly autoMonitoring?: boolean;
  /**
   * Metrics and flows of Dataplane V2. Once said, leaving it out changes nothing.
   *
   * @default - GKE's own, neither
   */
  readonly dataplaneObservability?: GkeDataplaneObservability;
  /**
   * Once said, leaving it out changes nothing.
   *
   * @default - GKE's own
   */
  readonly hpaProfile?: GkeHpaProfile;
  /**
   * Whether objects of kind VerticalPodAutoscaler have an effect. Once said, leaving it out changes nothing. Autopilot has it always.
   *
   * @default - GKE's own
   */
  readonly verticalPodAutoscaling?: boolean;
  /**
   * Whether the bill in BigQuery names the cluster and the namespaces.
   *
   * @default true
   */
  readonly costAllocation?: boolean;
  /**
   * What pods used, in BigQuery.
   *
   * @default - none
   */
  readonly usageExport?: GkeUsageExport;
  /**
   * Whether the agent of Backup for GKE runs, which backs up and restores. A cluster that others are restored into needs it too.
   * `gkebackup.googleapis.com` must be on. Charged by the pod that is backed up and by the gibibyte that is kept.
   *
   * @default - where there are `backupPlans`; once it was there, say false to have none
   */
  readonly backupAgent?: boolean;
  /**
   * Plans of backups, by a name of 1 to 22 lower-case letters, digits and hyphens that follows the cluster's. Changing the name
   * replaces the plan, which Google refuses while it has backups.
   *
   * @default {}
   */
  readonly backupPlans?: Readonly<Record<string, GkeBackupPlanOptions>>;
  /**
   * Leaving it out takes the cluster out of the fleet.
   *
   * @default - in none
   */
  readonly fleet?: GkeFleetMembership;
}
