import type { ApiAccess, ClusterProps, ControlPlaneLog, EncryptionKey } from '../cluster';
import type { EksAccessEntryOptions } from './access-entry';
import type { EksAddOn, EksAddOnOptions } from './add-on';
import type { EksControlPlaneProps } from './control-plane-props';
import type { IEksNetwork } from './network-attributes';
import type { EksNodePoolOptions } from './node-pool-options';
import type { EksObservabilityOptions } from './observability';
import type { EksPodNetworking } from './pod-networking';
import type { EksSupportTier } from './support-tier';

/** What an EKS cluster can be told beside what every platform is told. */
export interface EksClusterProps extends ClusterProps, EksControlPlaneProps {
  /**
   * Parts of the control plane whose logs are kept. Billed by the gigabyte; `[]` keeps none.
   *
   * @default EKS_CONTROL_PLANE_LOGS all five
   */
  readonly controlPlaneLogs?: readonly ControlPlaneLog[];
  /**
   * Who reaches the Kubernetes API over the network. The whole VPC always reaches it inside; networks that are connected
   * to the VPC need a rule of yours on the cluster's `apiSecurityGroupId`.
   *
   * @default ApiAccess.private()
   */
  readonly apiAccess?: ApiAccess;
  /**
   * The key that encrypts Kubernetes secrets and the control plane's logs, by ARN if it exists. Its policy must then let
   * IAM of this account and CloudWatch Logs use it.
   *
   * Decide before the first apply. Another key replaces nothing and changes nothing: EKS has no call for it, so the provider makes none and
   * shows the change in every plan; only the log groups take the new key. Going from the cluster's own key to another one even destroys
   * the key that the secrets still need, once `deletionProtection` no longer holds it. `kubewhere synth` refuses the change. A cluster that
   * was made elsewhere without a key gets one in place, for good; taking `encryption_config` away would replace the cluster.
   *
   * @default EncryptionKey.own()
   * @see https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html
   */
  readonly secretsEncryption?: EncryptionKey;
  /**
   * The VPC the cluster lives in, for good: EKS refuses to move a cluster to another.
   *
   * @default - an `EksNetwork` of the cluster's own, with its defaults
   */
  readonly network?: IEksNetwork;
  /**
   * ARNs of IAM roles or users who administer the cluster, each under a name of your choice. Whoever applies is not among them
   * unless named.
   *
   * @default {} nobody can enter until an access entry is made
   */
  readonly administrators?: Readonly<Record<string, string>>;
  /**
   * Who else may enter, each under a name of your choice: people or machines by IAM role or user, with policies of EKS or groups of the
   * cluster's own RBAC. You can also add entries by `access.addEntry()`.
   *
   * @default {}
   */
  readonly accessEntries?: Readonly<Record<string, EksAccessEntryOptions>>;
  /**
   * Whether IAM of the account trusts the tokens of the cluster's service accounts, for software that does not know EKS Pod Identity and
   * for pods on Fargate.
   *
   * @default false
   */
  readonly irsa?: boolean;
  /**
   * Node pools by name. You can also add them by `addNodePool()`. A cluster without any is refused at synthesis.
   *
   * @default {}
   */
  readonly nodePools?: Readonly<Record<string, EksNodePoolOptions>>;
  /**
   * Days that the control plane's logs, and the flow logs of the cluster's own network, are kept.
   *
   * @default 90
   */
  readonly logRetentionDays?: number;
  /**
   * What happens when the Kubernetes version leaves standard support.
   *
   * @default EksSupportTier.STANDARD
   */
  readonly supportTier?: EksSupportTier;
  /**
   * Whether AWS, or you, may move traffic away from an impaired zone.
   *
   * @default true
   */
  readonly zonalShift?: boolean;
  /**
   * ARN of the IAM policy that bounds every role of the cluster and of its own network, as some organizations demand of whoever
   * makes roles. Changing it replaces nothing.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
  /**
   * How pods get their addresses. Between IPv6 and the others the cluster is replaced; among the others nodes keep what they started
   * with until they are replaced.
   *
   * @default EksPodNetworking.prefixDelegation()
   */
  readonly podNetworking?: EksPodNetworking;
  /**
   * What differs from the defaults of the add-ons that every cluster has, such as
   * `{ [EksAddOn.COREDNS]: { version: EksAddOnVersion.pinned('v1.11.4-eksbuild.2') } }`. An add-on keeps the version that EKS held when
   * it was made: raise it here after an upgrade of the cluster.
   *
   * @default {}
   */
  readonly addOns?: Readonly<Partial<Record<EksAddOn, EksAddOnOptions>>>;
  /**
   * CloudWatch Container Insights, encrypted with the cluster's key. An existing key must let CloudWatch Logs use it for
   * `/aws/containerinsights/<cluster>/*` as well.
   *
   * @default - none
   */
  readonly observability?: EksObservabilityOptions;
}
