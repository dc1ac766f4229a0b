import type { Construct } from 'constructs';
import type { ClusterRoleProps } from './cluster-roles';
import { ServiceRole } from './service-role';

/**
 * The role of all nodes that run Windows, with the rights of the others. A role of its own, because its entry is of another type, in whose
 * groups kube-proxy finds what it needs on Windows, and a principal has one entry. EKS makes the entry with the first node group.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html
 */
export function defineWindowsNodeRole(scope: Construct, id: string, props: ClusterRoleProps): ServiceRole {
  const { environment } = props.defaults;
  return new ServiceRole(scope, id, {
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
}
