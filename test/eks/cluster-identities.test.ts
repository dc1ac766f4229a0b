import { EksCluster, EksHybridIdentity, EksNodeImage, EksWindows } from '../../lib/eks';
import { KubernetesVersion } from '../../lib/values';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { all, defineEks, eksStack, only, POOL, resolved, synthesizeEks } from './eks-stack';

const ROLE = 'arn:aws:iam::111122223333:role/Platform';
const HYBRID = { identity: EksHybridIdentity.systemsManager({ registrationLimit: 10 }) };

describe('who is who in an EKS cluster', () => {
  it('is asked for by props, administrators and entries together', () => {
    const synthesized = synthesizeEks({
      administrators: { Platform: ROLE },
      accessEntries: {
        Auditors: { principalArn: 'arn:aws:iam::111122223333:role/Auditors', kubernetesGroups: ['auditors'] },
      },
    });
    const entries = Object.values(all(synthesized, 'aws_eks_access_entry'));
    expect(entries.map((entry) => [entry.principal_arn, entry.kubernetes_groups])).toEqual([
      [ROLE, undefined],
      ['arn:aws:iam::111122223333:role/Auditors', ['auditors']],
    ]);
  });

  it('fails when somebody has two entries, or a role of nodes gets one', () => {
    expect(() =>
      defineEks(eksStack(), {
        administrators: { Platform: ROLE },
        accessEntries: { Again: { principalArn: ROLE } },
      }),
    ).toThrow(/same principal \(arn:aws:iam::111122223333:role\/Platform\)/);
    const windows = { ...POOL, image: EksNodeImage.windows(EksWindows.CORE_2022) };
    const cluster = defineEks(eksStack(), { nodePools: { system: POOL, windows } });
    expect(() => cluster.access.addEntry('Nodes', { principalArn: cluster.nodeRoleArn })).toThrow(
      /the role of the nodes/,
    );
  });

  it('trusts tokens of service accounts only when asked', () => {
    const stack = eksStack();
    const cluster = defineEks(stack, { irsa: true });
    expect(resolved(stack, [cluster.oidcIssuerUrl, cluster.oidcProviderArn])).toEqual([
      '${aws_eks_cluster.Cluster_EB0386A7.identity[0].oidc[0].issuer}',
      expect.stringMatching(/^\$\{aws_iam_openid_connect_provider\.Cluster_Oidc_/),
    ]);
    expect(defineEks(eksStack()).oidcProviderArn).toBeUndefined();
    expect(all(synthesizeEks(), 'aws_iam_openid_connect_provider')).toEqual({});
  });

  it('gives pods a role once their agent is there', () => {
    const stack = eksStack();
    const bound = defineEks(stack).workloadIdentity.bind('Orders', {
      namespace: 'shop',
      serviceAccount: 'orders',
      managedPolicies: ['AmazonSQSReadOnlyAccess'],
    });
    const synthesized = synthesize(stack);
    const association = only(synthesized, 'aws_eks_pod_identity_association');
    expect(association.cluster_name).toBe('${aws_eks_cluster.Cluster_EB0386A7.name}');
    expect(association.role_arn).toBe(resolved(stack, bound.roleArn));
    expect(association.depends_on).toContain('aws_eks_addon.Cluster_AddOns_PodIdentityAgent_62CCBC7F');
  });

  it('fails when a service account of an add-on is given another role', () => {
    const { workloadIdentity } = defineEks(eksStack());
    const options = { namespace: 'kube-system', serviceAccount: 'aws-node', roleArn: ROLE };
    expect(() => workloadIdentity.bind('Cni', options)).toThrow(
      "[test/Cluster/WorkloadIdentity] workload identity 'Cni' and the add-on 'vpc-cni' are for the same service account kube-system/aws-node; EKS gives it one role, so let one of them have all permissions",
    );
  });

  it('lets pods reach a database by the security group of the nodes', () => {
    const stack = eksStack();
    defineEks(stack).databases.connect('Orders', { securityGroupId: 'sg-0123456789abcdef0', port: 5432 });
    const rules = Object.values(all(synthesize(stack), 'aws_vpc_security_group_ingress_rule'));
    expect(rules.find((rule) => rule.from_port === 5432)).toMatchObject({
      security_group_id: 'sg-0123456789abcdef0',
      referenced_security_group_id:
        '${aws_eks_cluster.Cluster_EB0386A7.vpc_config[0].cluster_security_group_id}',
    });
  });

  it('lets machines outside AWS join once, where their network is known', () => {
    const remoteNetworks = { nodeCidrs: ['192.168.0.0/20'] };
    const stack = eksStack();
    const cluster = defineEks(stack, { remoteNetworks });
    cluster.addHybridNodes(HYBRID);
    expect(Object.values(all(synthesize(stack), 'aws_eks_access_entry')).map(({ type }) => type)).toEqual([
      'HYBRID_LINUX',
    ]);
    expect(() => cluster.addHybridNodes(HYBRID)).toThrow(
      '[test/Cluster] the cluster has hybrid nodes already; all of them share one identity',
    );
    expect(() => defineEks(eksStack()).addHybridNodes(HYBRID)).toThrow(
      "[test/Cluster] hybrid nodes need 'remoteNetworks', so that the control plane finds them; name the ranges of their network there",
    );
  });

  it('takes one provider of OpenID Connect', () => {
    const stack = eksStack();
    const cluster = defineEks(stack);
    const options = { issuerUrl: 'https://login.example.com', clientId: 'kubernetes' };
    cluster.addIdentityProvider('people', options);
    expect(only(synthesize(stack), 'aws_eks_identity_provider_config').cluster_name).toBe(
      '${aws_eks_cluster.Cluster_EB0386A7.name}',
    );
    expect(() => cluster.addIdentityProvider('others', options)).toThrow(/'people'/);
  });

  it('is read from AWS for a cluster that is looked up, and nothing is defined', () => {
    const stack = eksStack();
    const cluster = EksCluster.fromLookup(stack, 'Found', {
      clusterName: 'old',
      version: KubernetesVersion.of('1.33'),
      region: 'eu-central-1',
    });
    expect(EksCluster.isEksCluster(cluster)).toBe(false);
    const synthesized = synthesize(stack);
    expect(resourceAddresses(synthesized)).toEqual([]);
    expect(Object.keys(synthesized.data ?? {})).toEqual(['aws_eks_cluster']);
  });
});
