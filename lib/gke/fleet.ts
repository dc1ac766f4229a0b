import type { GkeConfigSync } from './config-sync';
import type { GkeFleetFeatures } from './fleet-features';
import type { GkePolicyControllerOptions } from './policy-controller';

/**
 * A cluster's place in a fleet: the clusters of one project, or of several, that share features and identities. Pods of the same
 * namespace and service account are the same to IAM in all clusters of a fleet whose host project is theirs.
 *
 * @see https://cloud.google.com/kubernetes-engine/fleet-management/docs
 */
export interface GkeFleetMembership {
  /**
   * Host project of the fleet. Its service agent `service-<number>@gcp-sa-gkehub.iam.gserviceaccount.com` needs
   * `roles/gkehub.serviceAgent` in the cluster's project when that is another one.
   *
   * @default - that of `features`, or else the cluster's project
   */
  readonly project?: string;
  /**
   * Whether the cluster takes part in upgrades in sequence alone, and in no feature. Needs hashicorp/google 7.9.
   *
   * @default false
   */
  readonly lightweight?: boolean;
  /**
   * The features of the fleet where they are defined in this app, which the cluster then waits for. Those that exist must be on
   * before the cluster is told anything about them.
   *
   * @default - they exist
   */
  readonly features?: GkeFleetFeatures;
  /**
   * What is kept in the cluster from a repository.
   *
   * @default - none
   */
  readonly configSync?: GkeConfigSync;
  /**
   * Rules that objects in the cluster must keep.
   *
   * @default - none
   */
  readonly policyController?: GkePolicyControllerOptions;
  /**
   * Whether Google runs Cloud Service Mesh in the cluster.
   *
   * @default false
   */
  readonly serviceMesh?: boolean;
}
