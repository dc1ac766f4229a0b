import { parseStack, type StackDocument } from '../../lib/day-two';

type Resources = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A stack of resources by address. */
export function stackOf(resources: Resources): StackDocument {
  const byType: Record<string, Record<string, unknown>> = {};
  for (const [address, body] of Object.entries(resources)) {
    const [type = '', name = ''] = address.split('.');
    byType[type] = { ...byType[type], [name]: body };
  }
  const document = parseStack(JSON.stringify({ resource: byType }));
  if (document === undefined) throw new Error('not a stack');
  return document;
}

/** A cluster with one pool and one add-on, as short as it can be told; a test changes what it is about. */
export function cluster(changes: Resources = {}): Resources {
  const resources: Resources = {
    'aws_iam_role.Role': { name: 'prod-cluster', path: '/' },
    'aws_iam_role.Nodes': { name: 'prod-nodes' },
    'aws_eks_cluster.Prod': {
      name: 'prod',
      version: '1.33',
      role_arn: '${aws_iam_role.Role.arn}',
      encryption_config: { provider: { key_arn: '${aws_kms_key.Key.arn}' }, resources: ['secrets'] },
    },
    'aws_kms_key.Key': { enable_key_rotation: true },
    'aws_launch_template.Pool': { name_prefix: 'prod-general-', lifecycle: { create_before_destroy: true } },
    'aws_eks_node_group.General': {
      cluster_name: '${aws_eks_cluster.Prod.name}',
      node_group_name_prefix: 'general-',
      node_role_arn: '${aws_iam_role.Nodes.arn}',
      version: '1.33',
      instance_types: ['m7i.large'],
      subnet_ids: ['${aws_subnet.A.id}', '${aws_subnet.B.id}'],
      launch_template: {
        id: '${aws_launch_template.Pool.id}',
        version: '${tostring(aws_launch_template.Pool.latest_version)}',
      },
      lifecycle: { create_before_destroy: true },
    },
    'aws_subnet.A': { cidr_block: '10.0.0.0/19', vpc_id: 'vpc-1' },
    'aws_subnet.B': { cidr_block: '10.0.32.0/19', vpc_id: 'vpc-1' },
    'aws_eks_addon.Dns': { addon_name: 'coredns', cluster_name: '${aws_eks_cluster.Prod.name}' },
  };
  const merged = Object.keys(changes).map((address) => [
    address,
    { ...resources[address], ...changes[address] },
  ]);
  return { ...resources, ...Object.fromEntries(merged) };
}
