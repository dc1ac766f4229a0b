import type { EksAutoModePool } from './auto-mode';
import type { EksControlPlaneEgress } from './control-plane-egress';
import type { EksControlPlaneTier } from './control-plane-tier';
import type { EksControlPlaneTuning } from './control-plane-tuning';
import type { EksLogGroupOptions } from './log-group';
import type { EksOutpost } from './outpost';
import type { EksRemoteNetworks } from './remote-networks';
import type { EksZonalAutoshiftOptions } from './zonal-autoshift';

/** What the control plane of an EKS cluster can be told beyond its version and who reaches it. */
export interface EksControlPlaneProps {
  /**
   * Ids of security groups that the control plane's interfaces carry beside the cluster's own, at most four. Changed in
   * place.
   *
   * @default []
   */
  readonly apiSecurityGroupIds?: readonly string[];
  /**
   * Whose network carries what the control plane asks for by itself, such as webhooks and issuers of OIDC tokens.
   * `CUSTOMER_ROUTED` is for good: going back replaces the cluster. Needs hashicorp/aws 6.52.
   *
   * @default - EKS's own network
   */
  readonly controlPlaneEgress?: EksControlPlaneEgress;
  /**
   * Days between two rotations of the cluster's own key, 90 to 2560. What was encrypted before stays readable. The first two rotations
   * raise the key's monthly price.
   *
   * @default - AWS's own, 365
   */
  readonly keyRotationDays?: number;
  /**
   * Days that the cluster's own key is kept after its destruction, 7 to 30, in which it can still be saved.
   *
   * @default 30
   */
  readonly keyDeletionDays?: number;
  /**
   * ARNs of IAM roles that administer the cluster's own key without any policy of their own: they may delete it and decide who uses
   * it. A role must exist; for one that was deleted and made anew the plan shows a change.
   *
   * @default [] whom IAM of the account allows
   */
  readonly keyAdministrators?: readonly string[];
  /**
   * The log group of the control plane.
   *
   * @default - standard class, destroyed with the cluster
   */
  readonly controlPlaneLogGroup?: EksLogGroupOptions;
  /**
   * Whether an upgrade goes ahead in spite of what EKS's upgrade insights report, such as a use of APIs that the new version
   * lacks. Leave it out again afterwards.
   *
   * @default - EKS refuses the upgrade
   */
  readonly forceVersionUpgrade?: boolean;
  /**
   * Lets AWS itself move traffic away from an impaired zone, with practice runs. Needs `zonalShift` and hashicorp/aws 6.45.
   *
   * @default - only you start a shift
   */
  readonly zonalAutoshift?: EksZonalAutoshiftOptions;
  /**
   * Capacity of the control plane that is kept ready, billed by the hour beside the cluster.
   *
   * @default - EKS scales it by itself
   */
  readonly controlPlaneTier?: EksControlPlaneTier;
  /**
   * Settings of the control plane's components.
   *
   * @default - EKS's own
   */
  readonly controlPlaneTuning?: EksControlPlaneTuning;
  /**
   * Whether EKS runs nodes, load balancers and volumes itself, for a fee on every machine. Once a cluster had it, say `false` and
   * never leave it out: only that switches it off.
   *
   * Switching it off replaces nothing in Terraform and is destructive in AWS: EKS terminates the machines and deletes the load balancers
   * that it made. It keeps their EBS volumes, which the EBS driver of an add-on cannot mount, and a security group of its own that a
   * rule of yours refers to.
   *
   * @default - the cluster never had it
   * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-disable.html
   */
  readonly autoMode?: boolean;
  /**
   * Node pools that Auto Mode brings along. Empty for NodePools of your own alone, which live in the cluster, and whose NodeClass names a
   * role of yours.
   *
   * @default - GENERAL_PURPOSE and SYSTEM, in Auto Mode
   */
  readonly autoModeNodePools?: readonly EksAutoModePool[];
  /**
   * Networks of nodes and pods outside AWS.
   *
   * @default - none
   */
  readonly remoteNetworks?: EksRemoteNetworks;
  /**
   * Makes it a local cluster, whose control plane runs on an Outpost. Needs a `network` that lies there. Changing it replaces the
   * cluster.
   *
   * @default - the control plane runs in the region
   */
  readonly outpost?: EksOutpost;
  /**
   * Tags of the security group that EKS makes by itself, for what finds it by them.
   *
   * @default {} EKS's own tags only
   */
  readonly clusterSecurityGroupTags?: Readonly<Record<string, string>>;
}
