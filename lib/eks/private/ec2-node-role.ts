import type { Construct } from 'constructs';
import type { ResourceDefaults } from './resource-defaults';
import { ServiceRole } from './service-role';

export interface Ec2NodeRoleProps {
  readonly roleName: string;
  readonly description: string;
  readonly defaults: ResourceDefaults;
}

/**
 * A role of nodes that EKS does not make, with the rights of those that it makes: they join, pull images and can be entered by Session
 * Manager. A role of its own, because a principal has one entry, and that of EKS's nodes is EKS's.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html
 */
export function defineEc2NodeRole(scope: Construct, id: string, props: Ec2NodeRoleProps): ServiceRole {
  const { environment } = props.defaults;
  return new ServiceRole(scope, id, {
    roleName: props.roleName,
    description: props.description,
    service: `ec2.${environment.dnsSuffix}`,
    managedPolicies: {
      Worker: environment.managedPolicyArn('AmazonEKSWorkerNodePolicy'),
      ImagePull: environment.managedPolicyArn('AmazonEC2ContainerRegistryPullOnly'),
      SessionManager: environment.managedPolicyArn('AmazonSSMManagedInstanceCore'),
    },
    defaults: props.defaults,
  });
}
