import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { DefaultTokenResolver, StringConcat, Testing, Tokenization } from 'cdktf';
import { type EksClusterProps, EksNetwork } from '../../lib/eks';
import { eksStack } from '../eks/eks-stack';
import { defineFull } from '../eks/full-cluster';

/** Security groups that the fully featured cluster is given, and the policy that bounds its roles. */
const GIVEN_GROUPS = {
  'sg-0123456789abcdef0': 'Api',
  'sg-0123456789abcdef1': 'Nodes',
  'sg-0123456789abcdef2': 'Database',
};
const BOUNDARY = 'arn:aws:iam::111122223333:policy/Boundary';
const SUBNET = 'subnet-0123456789abcdef0';

/**
 * The fully featured cluster with what it is given beside it, so that every id that a cloud looks up is the id of something. The ids that
 * only name a thing to somebody else (principals, machine images, a capacity reservation) stay as they are.
 */
export function synthesizeFullWithGiven(props: Partial<EksClusterProps> = {}): string {
  const stack = eksStack();
  const network = new EksNetwork(stack, 'Network', {
    networkName: 'prod',
    permissionsBoundaryArn: BOUNDARY,
    tags: { team: 'platform' },
  });
  defineFull(stack, { network, ...props });
  const { vpcId } = network;
  const given = Object.entries(GIVEN_GROUPS).map(([id, name]) => {
    const group = new SecurityGroup(stack, name, { name, vpcId, description: 'Given to the cluster' });
    return [id, `\${aws_security_group.${group.friendlyUniqueId}.id}`] as const;
  });
  const boundary = new IamPolicy(stack, 'Boundary', {
    name: 'Boundary',
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
    }),
  });
  const replaced = new Map([
    ...given,
    [BOUNDARY, `\${aws_iam_policy.${boundary.friendlyUniqueId}.arn}`],
    [
      SUBNET,
      String(
        Tokenization.resolve(network.privateSubnetIds[0], {
          scope: stack,
          resolver: new DefaultTokenResolver(new StringConcat()),
        }),
      ),
    ],
  ]);
  return [...replaced].reduce(
    (json, [id, reference]) => json.replaceAll(id, reference),
    Testing.synth(stack, true),
  );
}

/**
 * What the fully featured cluster asks of hashicorp/aws that version 5.100 does not have, and why each is left out where that version
 * runs. All of it is in the story of the simulated providers, `test/eks/full-cluster-terraform.test.ts`.
 */
export const NOT_IN_5_100: Readonly<Record<string, string>> = {
  aws_arczonalshift_zonal_autoshift_configuration: 'a resource type of 6.45',
  'aws_cloudwatch_log_group.deletion_protection_enabled': 'an attribute of the sixth series',
  aws_eks_capability: 'a resource type of the sixth series; the roles of capabilities stay in',
  'aws_eks_cluster.control_plane_scaling_config': 'a block of the sixth series',
  'aws_eks_cluster.deletion_protection':
    'an attribute of the sixth series; the lifecycle that goes with it stays in',
  'aws_eks_cluster.kube_api_server_config': 'a block of 6.60',
  'aws_eks_cluster.kube_controller_manager_config': 'a block of 6.63',
  'aws_eks_cluster.kube_scheduler_config': 'a block of 6.60',
  'aws_eks_cluster.vpc_config.control_plane_egress_mode': 'an attribute of 6.52',
  'aws_eks_node_group.node_repair_config.max_parallel_nodes_repaired_count':
    'an attribute of the sixth series; whether nodes are repaired stays in',
  'aws_eks_node_group.update_config.update_strategy': 'an attribute of 6.28',
  'aws_eks_pod_identity_association.disable_session_tags': 'an attribute of the sixth series',
  'aws_eks_pod_identity_association.policy': 'an attribute of 6.66',
};
