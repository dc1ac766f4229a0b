import { NodePoolSize } from '../../lib/cluster';
import { EksAddOn, EksCluster, EksMachines, EksNetwork, EksNodeFamily, EksNodeImage } from '../../lib/eks';
import { synthesize } from '../support/synthesized';
import { all, defineEks, eksStack, MINIMAL, only, POOL } from './eks-stack';

const OWN_IMAGE = {
  machines: EksMachines.ofTypes('m7i.large'),
  size: NodePoolSize.fixed(2),
  image: EksNodeImage.custom(EksNodeFamily.AMAZON_LINUX_2023, 'ami-0123456789abcdef0'),
};
const KUBE_SYSTEM = { selectors: [{ namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } }] };

function addOnOf(synthesized: ReturnType<typeof synthesize>, name: string): Record<string, unknown> {
  const addOns = Object.values(all(synthesized, 'aws_eks_addon'));
  return addOns.find((addOn) => addOn.addon_name === name) ?? {};
}

describe('pods beside managed node groups of an EKS cluster', () => {
  it('run on Fargate, CoreDNS too when a profile takes it, and nothing else needs a node then', () => {
    const stack = eksStack();
    const addOns = {
      [EksAddOn.EBS_CSI]: { enabled: false },
      [EksAddOn.METRICS_SERVER]: { enabled: false },
    };
    defineEks(stack, { nodePools: {}, addOns }).addFargateProfile('system', KUBE_SYSTEM);
    const synthesized = synthesize(stack);
    const [profile] = Object.keys(all(synthesized, 'aws_eks_fargate_profile'));
    expect(addOnOf(synthesized, 'coredns')).toMatchObject({
      configuration_values: '{"computeType":"Fargate"}',
      depends_on: [`aws_eks_fargate_profile.${profile}`],
    });
  });

  it('run on machines that EKS does not manage, which count as nodes', () => {
    const stack = eksStack();
    const cluster = defineEks(stack, { nodePools: {} });
    const pool = cluster.addSelfManagedPool('legacy', OWN_IMAGE);
    expect(cluster.nodePools).toEqual([pool]);
    const synthesized = synthesize(stack);
    const [group] = Object.keys(all(synthesized, 'aws_autoscaling_group'));
    expect(addOnOf(synthesized, 'coredns').depends_on).toEqual([`aws_autoscaling_group.${group}`]);
    expect(only(synthesized, 'aws_autoscaling_group').depends_on).toContain(
      'aws_eks_addon.Cluster_AddOns_VpcCni_1D856AA2',
    );
    expect(() => cluster.addNodePool('legacy', POOL)).toThrow(
      "[test/Cluster] node pool 'legacy' exists already; present are 'legacy'",
    );
  });

  it('run on what Karpenter makes, in subnets and with a security group that it finds by a tag', () => {
    const stack = eksStack();
    const cluster = defineEks(stack);
    cluster.addKarpenter();
    const synthesized = synthesize(stack);
    const tag = { 'karpenter.sh/discovery': 'prod' };
    expect(only(synthesized, 'aws_ec2_tag')).toMatchObject({ key: 'karpenter.sh/discovery', value: 'prod' });
    const tagged = Object.entries(all(synthesized, 'aws_subnet')).filter(
      ([, { tags }]) => (tags as Record<string, string>)['karpenter.sh/discovery'] === 'prod',
    );
    expect(tagged.map(([id]) => id).sort()).toEqual([
      'Cluster_Network_PrivateSubnets_ZoneA_3708BE3F',
      'Cluster_Network_PrivateSubnets_ZoneB_913701D0',
      'Cluster_Network_PrivateSubnets_ZoneC_F6AC00F6',
    ]);
    const groups = Object.values(all(synthesized, 'aws_security_group'));
    expect(groups.filter(({ tags }) => Object.keys(tag).some((key) => key in (tags as object)))).toEqual([]);
    expect(() => cluster.addKarpenter()).toThrow(
      '[test/Cluster] the cluster has Karpenter already; one controller makes all its nodes',
    );
    const account = { namespace: 'kube-system', serviceAccount: 'karpenter' };
    expect(() => cluster.workloadIdentity.bind('Karpenter', account)).toThrow(/kube-system\/karpenter/);
  });

  it('leave the tag of a network to the first cluster that has Karpenter in it', () => {
    const stack = eksStack();
    const network = new EksNetwork(stack, 'Network', { networkName: 'shared' });
    for (const [id, clusterName] of [
      ['One', 'one'],
      ['Two', 'two'],
    ] as const) {
      new EksCluster(stack, id, { ...MINIMAL, clusterName, network }).addKarpenter();
    }
    const values = Object.values(all(synthesize(stack), 'aws_subnet')).map(
      ({ tags }) => (tags as Record<string, string>)['karpenter.sh/discovery'],
    );
    expect([...new Set(values.filter((value) => value !== undefined))]).toEqual(['one']);
  });

  it('have roles that nobody else can be given an entry for', () => {
    const stack = eksStack();
    const cluster = defineEks(stack);
    const { nodeRoleArn } = cluster.addKarpenter();
    expect(() => cluster.access.addEntry('Nodes', { principalArn: nodeRoleArn })).toThrow(
      /the role of the nodes of Karpenter/,
    );
  });
});
