import type { Construct } from 'constructs';
import type { ResourceDefaults } from './resource-defaults';
import { ServiceRole } from './service-role';

export interface ClusterRoleProps {
  readonly namePrefix: string;
  readonly defaults: ResourceDefaults;
}

/**
 * The role of all nodes of a cluster: joins, pulls images, opens a shell by Session Manager, and no more. The CNI's right to
 * move network interfaces lies with its own service account, where pods of the node cannot borrow it.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html
 */
export function defineNodeRole(scope: Construct, id: string, props: ClusterRoleProps): ServiceRole {
  const { environment } = props.defaults;
  return new ServiceRole(scope, id, {
    roleName: `${props.namePrefix}-${environment.region}-nodes`,
    description: 'Nodes of the cluster',
    service: `ec2.${environment.dnsSuffix}`,
    managedPolicies: {
      Worker: environment.managedPolicyArn('AmazonEKSWorkerNodePolicy'),
      ImagePull: environment.managedPolicyArn('AmazonEC2ContainerRegistryPullOnly'),
      SessionManager: environment.managedPolicyArn('AmazonSSMManagedInstanceCore'),
    },
    defaults: props.defaults,
  });
}

/**
 * The role of the control plane. It may use the key of secrets, and no other.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-iam-role.html
 */
export function defineControlPlaneRole(
  scope: Construct,
  id: string,
  props: ClusterRoleProps & {
    readonly keyArn: string;
    /** What may be done with the role. @default ['sts:AssumeRole'] */
    readonly actions?: readonly string[];
    /** Names of further policies of AWS, keyed by a constant PascalCase id. @default {} */
    readonly policies?: Readonly<Record<string, string>>;
  },
): ServiceRole {
  const { environment } = props.defaults;
  return new ServiceRole(scope, id, {
    roleName: `${props.namePrefix}-${environment.region}-cluster`,
    description: 'Control plane of the cluster',
    service: 'eks.amazonaws.com',
    actions: props.actions,
    managedPolicies: Object.fromEntries(
      Object.entries({ Cluster: 'AmazonEKSClusterPolicy', ...props.policies }).map(([policyId, name]) => [
        policyId,
        environment.managedPolicyArn(name),
      ]),
    ),
    statements: [
      {
        Sid: 'EncryptSecrets',
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:ListGrants'],
        Resource: props.keyArn,
      },
    ],
    defaults: props.defaults,
  });
}
