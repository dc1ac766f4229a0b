import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AWS_REPLACEMENTS } from '../../lib/day-two';

const EKS = join(__dirname, '../../lib/eks');

/** Resource types that our constructs define, by the bindings they import or the type they name. */
function definedTypes(): readonly string[] {
  const texts = readdirSync(EKS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const imported = texts.flatMap((text) =>
    [
      ...text.matchAll(/^import \{.*\} from '@cdktf\/provider-aws\/lib\/(?!data-|provider')([a-z0-9-]+)'/gm),
    ].map(([, folder = '']) => `aws_${folder.replaceAll('-', '_')}`),
  );
  return [...new Set(imported)].sort();
}

describe('what is known of replacements on AWS', () => {
  it('covers every resource type that the constructs define', () => {
    const types = definedTypes();
    expect(types).toContain('aws_eks_cluster');
    expect(types.filter((type) => AWS_REPLACEMENTS[type] === undefined)).toEqual([]);
  });

  it('of a cluster and its nodes is this', () => {
    expect(AWS_REPLACEMENTS.aws_eks_cluster).toEqual({
      replaces: [
        'name',
        'role_arn',
        'access_config.bootstrap_cluster_creator_admin_permissions',
        'bootstrap_self_managed_addons',
        'kubernetes_network_config.ip_family',
        'kubernetes_network_config.service_ipv4_cidr',
        'outpost_config',
      ],
      removalReplaces: ['encryption_config'],
      loses: 'the cluster and all that runs in it',
    });
    expect(AWS_REPLACEMENTS.aws_eks_node_group?.replaces).toEqual([
      'ami_type',
      'capacity_type',
      'cluster_name',
      'disk_size',
      'instance_types',
      'launch_template.id',
      'launch_template.name',
      'node_group_name',
      'node_group_name_prefix',
      'node_role_arn',
      'remote_access',
      'subnet_ids',
    ]);
  });

  it('names each argument once, and keeps lists in order only where they replace', () => {
    for (const [type, { replaces, inOrder = [] }] of Object.entries(AWS_REPLACEMENTS)) {
      if (replaces === 'all') continue;
      expect([type, new Set(replaces).size]).toEqual([type, replaces.length]);
      expect([type, inOrder.filter((path) => !replaces.includes(path))]).toEqual([type, []]);
    }
  });
});
