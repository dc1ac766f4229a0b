import type { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import type { Construct } from 'constructs';
import type { GkeCommonProps } from '../cluster-props';
import type { GkeOperationsProps } from '../operations-props';
import { Backups } from './backups';
import { MemberFeatures } from './member-features';
import { fleetProjectOf } from './operations-parts';

/** The props that what stands beside a cluster depends on. */
export type OperationsProps = GkeOperationsProps &
  Pick<GkeCommonProps, 'clusterName' | 'project' | 'projectNumber' | 'location' | 'secretsEncryption'>;

/** What is known once a cluster is defined. */
export interface DefinedCluster {
  readonly keyId: string;
  readonly labels: Readonly<Record<string, string>> | undefined;
}

/** What came of it. */
export interface DefinedOperations {
  /** `projects/…/locations/…/backupPlans/…` by the names of the plans. */
  readonly backupPlanIds: Readonly<Record<string, string>>;
  /** Name of the cluster in its fleet; `undefined` outside of one. */
  readonly fleetMembershipId: string | undefined;
}

/** Defines the plans of backups of a cluster, and what the features of its fleet do in it. */
export function defineOperations(
  scope: Construct,
  cluster: ContainerCluster,
  props: OperationsProps,
  { keyId, labels }: DefinedCluster,
): DefinedOperations {
  const { clusterName, project, projectNumber, location, secretsEncryption } = props;
  const { backupPlans = {}, fleet } = props;
  const backups =
    Object.keys(backupPlans).length === 0
      ? undefined
      : new Backups(scope, 'Backups', {
          clusterName,
          project,
          region: location.region,
          clusterId: cluster.id,
          // a key of yours is granted by you, to Backup for GKE as to GKE
          key: {
            keyId,
            grantTo: secretsEncryption?.existingKeyId === undefined ? projectNumber : undefined,
          },
          labels,
          plans: backupPlans,
        });
  if (fleet === undefined) return { backupPlanIds: backups?.planIds ?? {}, fleetMembershipId: undefined };
  const { membershipId, membershipLocation } = cluster.fleet;
  new MemberFeatures(scope, 'Fleet', {
    fleet,
    project: fleetProjectOf(props),
    membershipId,
    membershipLocation,
  });
  return { backupPlanIds: backups?.planIds ?? {}, fleetMembershipId: membershipId };
}
