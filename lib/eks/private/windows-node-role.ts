import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { ClusterRoleProps } from './cluster-roles';
import { ServiceRole } from './service-role';

/** What nodes that run Windows need of IAM. */
export interface WindowsNodeRole {
  readonly roleArn: string;
  /** What such nodes wait for. */
  readonly ready: readonly ITerraformDependable[];
}

/**
 * The role of all nodes that run Windows, with the rights of the others. A role of its own, because its entry is of another type, in whose
 * groups kube-proxy finds what it needs on Windows, and a principal has one entry. EKS makes the entry with the first node group.
 *
 * Pods on Windows get their addresses from a controller of EKS's that acts by the control plane's role, so that role gets the right.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/windows-support.html
 */
export function defineWindowsNodeRole(
  scope: Construct,
  props: ClusterRoleProps & { readonly controlPlaneRoleName: string },
): WindowsNodeRole {
  const { environment } = props.defaults;
  const addresses = new IamRolePolicyAttachment(scope, 'WindowsAddresses', {
    role: props.controlPlaneRoleName,
    policyArn: environment.managedPolicyArn('AmazonEKSVPCResourceController'),
  });
  const role = new ServiceRole(scope, 'WindowsNodeRole', {
    roleName: `${props.namePrefix}-${environment.region}-win`,
    description: 'Nodes of the cluster that run Windows',
    service: `ec2.${environment.dnsSuffix}`,
    managedPolicies: {
      Worker: environment.managedPolicyArn('AmazonEKSWorkerNodePolicy'),
      ImagePull: environment.managedPolicyArn('AmazonEC2ContainerRegistryPullOnly'),
      SessionManager: environment.managedPolicyArn('AmazonSSMManagedInstanceCore'),
    },
    defaults: props.defaults,
  });
  return { roleArn: role.roleArn, ready: [addresses, ...role.ready] };
}
