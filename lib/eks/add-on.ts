import type { EksAddOnVersion } from './add-on-version';
import type { EksIamStatement } from './iam-statement';

/**
 * The add-ons that every cluster has, by EKS's names.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
 */
export enum EksAddOn {
  /** Hands pods the credentials of their IAM role. */
  POD_IDENTITY_AGENT = 'eks-pod-identity-agent',
  /** Gives pods addresses of the VPC and enforces NetworkPolicy. */
  VPC_CNI = 'vpc-cni',
  /** Carries traffic for Services. */
  KUBE_PROXY = 'kube-proxy',
  COREDNS = 'coredns',
  /** Persistent volumes on EBS. */
  EBS_CSI = 'aws-ebs-csi-driver',
  /** CPU and memory figures for `kubectl top` and the HorizontalPodAutoscaler. */
  METRICS_SERVER = 'metrics-server',
}

/** When an add-on is made. */
export enum EksAddOnPhase {
  /**
   * Nodes wait for it: what they need to become ready, or what must see them from their first second. It must work with nobody to
   * run it: a DaemonSet, not a Deployment, whose pods would wait for nodes that wait for them.
   */
  BEFORE_NODES = 'before-nodes',
  /** It waits for the nodes: ordinary pods. */
  AFTER_NODES = 'after-nodes',
}

/** What EKS does about objects in the cluster that differ from those of the add-on. */
export enum EksConflicts {
  /** Refuses. */
  NONE = 'NONE',
  /** Puts the add-on's own back. */
  OVERWRITE = 'OVERWRITE',
  /** Keeps what was changed by hand. On an update only. */
  PRESERVE = 'PRESERVE',
}

/** What differs from the defaults of an add-on. */
export interface EksAddOnOptions {
  /**
   * Whether the cluster has the add-on. Only the EBS CSI driver and the metrics server can be left out: without the others nodes do not
   * become ready or pods find no names. Leaving one out that is there deletes it.
   *
   * @default true; with Auto Mode, which has its own of the others, true for the metrics server alone
   */
  readonly enabled?: boolean;
  /** @default EksAddOnVersion.default() */
  readonly version?: EksAddOnVersion;
  /**
   * Configuration in the add-on's own words (`aws eks describe-addon-configuration` prints its schema), laid over ours. Text is passed on as
   * it stands, `${…}` included; what Terraform is to fill in must be a token. Keys that other props decide are refused.
   *
   * @default {}
   */
  readonly configuration?: Readonly<Record<string, unknown>>;
  /**
   * What happens when the add-on is made where somebody installed the same software by hand.
   *
   * @default - EKS refuses (`NONE`)
   */
  readonly conflictsOnCreate?: EksConflicts;
  /** @default EksConflicts.OVERWRITE what is written here holds */
  readonly conflictsOnUpdate?: EksConflicts;
  /**
   * Leave what runs in the cluster behind when the add-on is removed here.
   *
   * @default false
   */
  readonly keepOnDelete?: boolean;
  /**
   * Namespace that the add-on runs in. Needs hashicorp/aws 6.42. Changing it replaces the add-on, which is away in between. Not for the
   * add-ons that nodes need.
   *
   * @default - the add-on's own
   */
  readonly namespace?: string;
}

/** The AWS identity of an add-on's pods, by EKS Pod Identity: a role of its own, for one service account. */
export interface EksAddOnIdentity {
  /** Service account of the add-on, such as `efs-csi-controller-sa`. */
  readonly serviceAccount: string;
  /**
   * Namespace of the service account. No other may take the role on.
   *
   * @default - the add-on's `namespace`, or `kube-system`
   */
  readonly namespace?: string;
  /**
   * Names of policies of AWS such as `service-role/AmazonEFSCSIDriverPolicy`.
   *
   * @default []
   */
  readonly managedPolicies?: readonly string[];
  /**
   * Permissions written into the role.
   *
   * @default []
   */
  readonly statements?: readonly EksIamStatement[];
}

/** An add-on beside those that every cluster has. */
export interface EksExtraAddOnOptions extends Omit<EksAddOnOptions, 'enabled'> {
  /** EKS's name such as `aws-efs-csi-driver`; `aws eks describe-addon-versions` lists what there is. Changing it replaces the add-on. */
  readonly addOnName: string;
  /** @default EksAddOnPhase.AFTER_NODES */
  readonly phase?: EksAddOnPhase;
  /**
   * The AWS identity of its pods.
   *
   * @default - none: they can do nothing in AWS
   */
  readonly identity?: EksAddOnIdentity;
}
