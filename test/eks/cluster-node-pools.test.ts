import { EncryptionKey } from '../../lib/cluster';
import { EksNodeFamily, EksNodeImage, EksPodNetworking, EksWindows } from '../../lib/eks';
import { KubernetesVersion } from '../../lib/values';
import { synthesize } from '../support/synthesized';
import { all, defineEks, eksStack, only, POOL, synthesizeEks } from './eks-stack';

const WINDOWS = { ...POOL, image: EksNodeImage.windows(EksWindows.CORE_2022) };

/** The only node group whose address names the pool. */
function groupOf(synthesized: ReturnType<typeof synthesize>, pool: string): Record<string, unknown> {
  const found = Object.entries(all(synthesized, 'aws_eks_node_group')).filter(([id]) =>
    id.includes(`_${pool}_`),
  );
  expect(found).toHaveLength(1);
  return found[0]?.[1] ?? {};
}

/** What the nodes are told, with all that is encoded made readable. */
function userDataOf(synthesized: ReturnType<typeof synthesize>): string {
  return String(only(synthesized, 'aws_launch_template').user_data).replace(/[A-Za-z0-9+/]{40,}=*/g, (text) =>
    Buffer.from(text, 'base64').toString(),
  );
}

describe('the node pools of an EKS cluster', () => {
  it('stay at a version of their own, three behind the cluster at most and never ahead of it', () => {
    const pool = (version: string) => ({ ...POOL, version: KubernetesVersion.of(version) });
    expect(groupOf(synthesizeEks({ nodePools: { old: pool('1.31') } }), 'old').version).toBe('1.31');
    const cluster = defineEks(eksStack());
    expect(() => cluster.addNodePool('older', pool('1.30'))).toThrow(
      "[test/Cluster/NodePools/older] 'version' (1.30) is 4 minors behind the cluster's (1.34); nodes may be 3 behind at most",
    );
    expect(() => cluster.addNodePool('newer', pool('1.35'))).toThrow(
      "[test/Cluster/NodePools/newer] 'version' (1.35) must not be newer than the cluster's (1.34); raise the cluster first",
    );
  });

  it('can be in subnets of their own', () => {
    const subnetIds = ['subnet-0123456789abcdef0'];
    const synthesized = synthesizeEks({ nodePools: { system: { ...POOL, subnetIds } } });
    expect(groupOf(synthesized, 'system').subnet_ids).toEqual(subnetIds);
  });

  it('take as many pods as the network of pods gives addresses', () => {
    const nodePools = { system: POOL };
    expect(userDataOf(synthesizeEks({ nodePools }))).toContain('maxPods: 110');
    const podNetworking = EksPodNetworking.singleAddresses();
    expect(userDataOf(synthesizeEks({ nodePools, podNetworking }))).not.toContain('maxPods');
  });

  it('tell an image of your own which cluster to join, and give a pool its own groups and key', () => {
    const image = EksNodeImage.custom(EksNodeFamily.AMAZON_LINUX_2023, 'ami-0123456789abcdef0');
    const synthesized = synthesizeEks({
      nodePools: {
        system: {
          ...POOL,
          image,
          securityGroupIds: ['sg-0123456789abcdef0'],
          diskEncryption: EncryptionKey.own(),
        },
      },
    });
    const template = only(synthesized, 'aws_launch_template');
    expect(template.vpc_security_group_ids).toEqual([
      '${aws_eks_cluster.Cluster_EB0386A7.vpc_config[0].cluster_security_group_id}',
      'sg-0123456789abcdef0',
    ]);
    expect(userDataOf(synthesized)).toContain('aws_eks_cluster.Cluster_EB0386A7.endpoint');
    expect(userDataOf(synthesized)).toContain('172.20.0.0/16');
    expect(Object.keys(all(synthesized, 'aws_kms_key'))).toHaveLength(2);
  });

  it('that run Windows have a role of their own, and pods on them get addresses', () => {
    const synthesized = synthesizeEks({ nodePools: { system: POOL, windows: WINDOWS, more: WINDOWS } });
    const [linux, windows, more] = ['system', 'windows', 'more'].map(
      (pool) => groupOf(synthesized, pool).node_role_arn,
    );
    expect(linux).toBe('${aws_iam_role.Cluster_NodeRole_687A61BB.arn}');
    expect(windows).toMatch(/^\$\{aws_iam_role\.Cluster_WindowsNodeRole_/);
    expect(more).toBe(windows);
    const addOns = Object.values(all(synthesized, 'aws_eks_addon'));
    expect(addOns.find((addOn) => addOn.addon_name === 'vpc-cni')?.configuration_values).toBe(
      '{"enableNetworkPolicy":"true","enableWindowsIpam":"true","env":{"ENABLE_PREFIX_DELEGATION":"true","WARM_PREFIX_TARGET":"1"}}',
    );
    const attachments = Object.entries(all(synthesized, 'aws_iam_role_policy_attachment'));
    const addresses = attachments.filter(([id]) => id.includes('WindowsAddresses'));
    expect(addresses.map(([, { role }]) => role)).toEqual(['${aws_iam_role.Cluster_Role_FA261979.name}']);
    expect(groupOf(synthesized, 'windows').depends_on).toContain(
      `aws_iam_role_policy_attachment.${addresses[0]?.[0]}`,
    );
  });

  it('that are refused leave nothing behind', () => {
    const stack = eksStack();
    const cluster = defineEks(stack);
    expect(() => cluster.addNodePool('bad', { ...POOL, diskSizeGib: 1 })).toThrow(/'diskSizeGib' \(1\)/);
    expect(cluster.nodePools.map(({ poolName }) => poolName)).toEqual(['system']);
    expect(Object.keys(all(synthesize(stack), 'aws_eks_node_group'))).toHaveLength(1);
  });
});
