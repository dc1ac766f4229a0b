import type { EksAccessGrant } from './access-policy';

/** Who enters a cluster, and what EKS or the cluster's own RBAC lets them do. */
export interface EksAccessEntryOptions {
  /** ARN of an IAM role or user. Changing it replaces the entry. */
  readonly principalArn: string;
  /**
   * Policies of EKS, each once, in the whole cluster or in namespaces.
   *
   * @default [] nothing but what RBAC in the cluster grants to the groups and the user name
   */
  readonly policies?: readonly EksAccessGrant[];
  /**
   * Groups that RoleBindings in the cluster name. EKS does not look whether there is any.
   *
   * @default []
   */
  readonly kubernetesGroups?: readonly string[];
  /**
   * Name under which the cluster's audit log and RBAC know the principal. For a role, end it in `:{{SessionName}}`, or everyone who
   * takes the role on is one user.
   *
   * @default - EKS derives it from the ARN, with the name of the session for a role
   */
  readonly userName?: string;
}
