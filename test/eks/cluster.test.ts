import type { EksCluster as EksClusterResource } from '@cdktf/provider-aws/lib/eks-cluster';
import { TerraformResource, TerraformVariable, Token } from 'cdktf';
import { isCluster, NodePoolSize, renderKubeconfig, TaintEffect } from '../../lib/cluster';
import { EksCluster, EksNetwork, EksSupportTier } from '../../lib/eks';
import { KubernetesVersion } from '../../lib/values';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { all, defineEks, eksStack, MINIMAL, only, POOL, resolved, synthesizeEks } from './eks-stack';

const EXAMPLE =
  "addNodePool('system', { machines: EksMachines.ofTypes('m7i.large'), size: NodePoolSize.fixed(3) })";

describe('an EKS cluster', () => {
  it('has the EKS resource as its default child', () => {
    const child = defineEks(eksStack()).node.defaultChild;
    expect(TerraformResource.isTerraformResource(child)).toBe(true);
    expect((child as EksClusterResource).terraformResourceType).toBe('aws_eks_cluster');
  });

  it('is an EksCluster and a cluster; other things are not', () => {
    const stack = eksStack();
    const cluster = defineEks(stack);
    const imported = EksCluster.fromAttributes(stack, 'Imported', IMPORTED);
    expect([EksCluster.isEksCluster(cluster), isCluster(cluster)]).toEqual([true, true]);
    expect([EksCluster.isEksCluster(imported), isCluster(imported)]).toEqual([false, true]);
    expect([{}, null, undefined, 'eks'].map((other) => EksCluster.isEksCluster(other))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('tells how to reach it, and with what, without a secret', () => {
    const stack = eksStack();
    const cluster = defineEks(stack);
    expect(resolved(stack, renderKubeconfig(cluster))).toEqual({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'prod',
      clusters: [
        {
          name: 'prod',
          cluster: {
            server: '${aws_eks_cluster.Cluster_EB0386A7.endpoint}',
            'certificate-authority-data': '${aws_eks_cluster.Cluster_EB0386A7.certificate_authority[0].data}',
          },
        },
      ],
      users: [
        {
          name: 'prod',
          user: {
            exec: {
              apiVersion: 'client.authentication.k8s.io/v1beta1',
              command: 'aws',
              args: [
                'eks',
                'get-token',
                '--cluster-name',
                'prod',
                '--region',
                '${data.aws_region.Cluster_Environment_Region_F165C0D1.region}',
                '--output',
                'json',
              ],
              interactiveMode: 'Never',
            },
          },
        },
      ],
      contexts: [{ name: 'prod', context: { cluster: 'prod', user: 'prod' } }],
    });
  });

  it('tells its ranges, zones and attributes', () => {
    const stack = eksStack();
    const cluster = defineEks(stack);
    expect(
      resolved(stack, {
        network: cluster.network,
        failureDomains: cluster.failureDomains,
        clusterArn: cluster.clusterArn,
        clusterSecurityGroupId: cluster.clusterSecurityGroupId,
        apiSecurityGroupId: cluster.apiSecurityGroupId,
        nodeRoleArn: cluster.nodeRoleArn,
      }),
    ).toEqual({
      network: {
        podCidr: '10.0.0.0/16',
        serviceCidr: '172.20.0.0/16',
        networkId: '${aws_vpc.Cluster_Network_A5E2F637.id}',
      },
      failureDomains: [
        '${aws_subnet.Cluster_Network_PrivateSubnets_ZoneA_3708BE3F.availability_zone}',
        '${aws_subnet.Cluster_Network_PrivateSubnets_ZoneB_913701D0.availability_zone}',
        '${aws_subnet.Cluster_Network_PrivateSubnets_ZoneC_F6AC00F6.availability_zone}',
      ],
      clusterArn: '${aws_eks_cluster.Cluster_EB0386A7.arn}',
      clusterSecurityGroupId: '${aws_eks_cluster.Cluster_EB0386A7.vpc_config[0].cluster_security_group_id}',
      apiSecurityGroupId: '${aws_security_group.Cluster_ApiDoor_036B400C.id}',
      nodeRoleArn: '${aws_iam_role.Cluster_NodeRole_687A61BB.arn}',
    });
  });

  it('turns every switch when asked', () => {
    expect(
      only(
        synthesizeEks({
          deletionProtection: false,
          supportTier: EksSupportTier.EXTENDED,
          zonalShift: false,
          serviceCidr: '192.168.0.0/20',
          version: KubernetesVersion.of('1.33'),
        }),
        'aws_eks_cluster',
      ),
    ).toMatchObject({
      deletion_protection: false,
      upgrade_policy: { support_type: 'EXTENDED' },
      zonal_shift_config: { enabled: false },
      kubernetes_network_config: { service_ipv4_cidr: '192.168.0.0/20' },
      version: '1.33',
    });
  });

  it('can be destroyed, key and all, when its protection is off', () => {
    const synthesized = synthesizeEks({ deletionProtection: false });
    expect(JSON.stringify(synthesized)).not.toContain('prevent_destroy');
    expect(only(synthesized, 'aws_eks_cluster').deletion_protection).toBe(false);
  });

  it('raises its nodes together with the control plane', () => {
    const synthesized = synthesizeEks({ version: KubernetesVersion.of('1.35') });
    expect(only(synthesized, 'aws_eks_node_group').version).toBe('1.35');
  });

  it('carries its tags on everything that can, launched machines too', () => {
    const synthesized = synthesizeEks({
      tags: { team: 'platform' },
      administrators: { Platform: 'arn:aws:iam::111122223333:role/Platform' },
    });
    const untagged = Object.entries(synthesized.resource ?? {})
      .filter(([, instances]) =>
        Object.values(instances).some(
          (resource) => (resource.tags as { readonly team?: string } | undefined)?.team !== 'platform',
        ),
      )
      .map(([type]) => type);
    expect(untagged).toEqual([
      'aws_eks_access_policy_association',
      'aws_iam_role_policy',
      'aws_iam_role_policy_attachment',
      'aws_kms_alias',
      'aws_route',
      'aws_route_table_association',
    ]);
    expect(only(synthesized, 'aws_launch_template').tag_specifications).toEqual(
      ['instance', 'network-interface', 'volume'].map((type) => ({
        resource_type: type,
        tags: { team: 'platform', Name: 'prod-system' },
      })),
    );
  });

  it('lives in a network of someone else, whose subnets it only uses', () => {
    const stack = eksStack();
    const network = EksNetwork.fromAttributes(stack, 'Network', {
      vpcId: 'vpc-1',
      vpcCidr: '10.20.0.0/16',
      privateSubnetIds: ['subnet-a', 'subnet-b'],
      zones: ['eu-west-1a', 'eu-west-1b'],
    });
    const cluster = defineEks(stack, { network });
    const synthesized = synthesize(stack);
    expect(all(synthesized, 'aws_vpc')).toEqual({});
    expect(only(synthesized, 'aws_eks_cluster').vpc_config).toMatchObject({
      subnet_ids: ['subnet-a', 'subnet-b'],
    });
    expect(only(synthesized, 'aws_eks_node_group').subnet_ids).toEqual(['subnet-a', 'subnet-b']);
    expect(cluster.failureDomains).toEqual(['eu-west-1a', 'eu-west-1b']);
    expect(cluster.network.podCidr).toBe('10.20.0.0/16');
  });

  it('lets the whole VPC reach its API by IPv6 too, where the VPC has it', () => {
    const stack = eksStack();
    const network = new EksNetwork(stack, 'Network', { networkName: 'prod', ipv6: true });
    defineEks(stack, { network });
    const rules = Object.entries(all(synthesize(stack), 'aws_vpc_security_group_ingress_rule'));
    expect(Object.fromEntries(rules.map(([id, rule]) => [id, rule.cidr_ipv4 ?? rule.cidr_ipv6]))).toEqual({
      Cluster_ApiDoor_HttpsFromVpc_567BD996: '10.0.0.0/16',
      Cluster_ApiDoor_HttpsFromVpcIpv6_1A8B74D5: '${aws_vpc.Network_1C6012B5.ipv6_cidr_block}',
    });
  });

  it.each<[string, string]>([
    [
      '100.64.0.0/16',
      "'serviceCidr' (100.64.0.0/16) must lie within 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16",
    ],
    ['192.168.0.0/25', "'serviceCidr' (192.168.0.0/25) must have a mask of 12 to 24 bits"],
    [
      '10.0.0.0/20',
      "'serviceCidr' (10.0.0.0/20) overlaps 'vpcCidr' (10.0.0.0/16); give them disjoint ranges",
    ],
    [
      '10.0.0.0/8',
      "'serviceCidr' (10.0.0.0/8) must have a mask of 12 to 24 bits; 'serviceCidr' (10.0.0.0/8) overlaps 'vpcCidr' (10.0.0.0/16); give them disjoint ranges",
    ],
    [
      '10.100.0.1/20',
      "'serviceCidr': '10.100.0.1/20' has host bits set; the range that holds it is '10.100.0.0/20'",
    ],
  ])('fails when the range of Services is %s', (serviceCidr, message) => {
    expect(() => defineEks(eksStack(), { serviceCidr })).toThrow(
      expect.objectContaining({ message: `[test/Cluster] ${message}`, name: 'ValidationError' }),
    );
  });

  it('leaves a range of Services that Terraform fills in to Terraform', () => {
    const stack = eksStack();
    const serviceCidr = new TerraformVariable(stack, 'services', { type: 'string' }).stringValue;
    defineEks(stack, { serviceCidr });
    expect(only(synthesize(stack), 'aws_eks_cluster').kubernetes_network_config).toEqual({
      service_ipv4_cidr: '${var.services}',
    });
  });

  it('fails when its name is malformed, and leaves one that Terraform fills in to Terraform', () => {
    expect(() => defineEks(eksStack(), { clusterName: 'Prod_1' })).toThrow(
      "[test/Cluster] 'clusterName' (Prod_1) must be 1 to 40 lower-case letters, digits and hyphens, starting with a letter",
    );
    const stack = eksStack();
    const clusterName = new TerraformVariable(stack, 'name', { type: 'string' }).stringValue;
    defineEks(stack, { clusterName });
    expect(only(synthesize(stack), 'aws_eks_cluster').name).toBe('${var.name}');
  });

  it.each<[Record<string, string>, string]>([
    [{ 'aws:x': '1' }, "'tags' key 'aws:x' starts with 'aws:', which AWS keeps for itself"],
    [{ Name: 'x' }, "'tags' key 'Name' is set from the name of each resource; leave it out"],
    [
      { 'kubernetes.io/cluster/prod': 'owned' },
      "'tags' key 'kubernetes.io/cluster/prod' is set by EKS on its own security group; a second one breaks load balancers",
    ],
    [{ '': 'x' }, "'tags' key '' must have 1 to 128 characters; found 0"],
    [{ 'a?b': 'x' }, "'tags' key 'a?b' may hold letters, digits, spaces and _ . : / = + - @ only"],
    [
      { team: 'data & co' },
      "'tags' value 'data & co' of 'team' may hold letters, digits, spaces and _ . : / = + - @ only",
    ],
    [
      Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`tag${index}`, 'x'])),
      "'tags' holds 41 tags; AWS allows 50, of which our name and EKS's own need 10; keep 40",
    ],
    [{ x: 'y'.repeat(257) }, "'tags' value of 'x' must have at most 256 characters; found 257"],
  ])('fails when a tag is %j', (tags, message) => {
    expect(() => defineEks(eksStack(), { tags })).toThrow(
      expect.objectContaining({ message: `[test/Cluster] ${message}`, name: 'ValidationError' }),
    );
  });

  it('fails at synthesis when it has no node pool', () => {
    expect(() => synthesizeEks({ nodePools: {} })).toThrow(
      `[test/Cluster] cluster 'prod' has no node pool, so its add-ons could never start; give 'nodePools' or call ${EXAMPLE}`,
    );
  });

  it.each([
    { ...POOL, size: NodePoolSize.autoscaled({ min: 0, max: 3, initial: 0 }) },
    { ...POOL, taints: [{ key: 'gpu', effect: TaintEffect.NO_SCHEDULE }] },
  ])('fails at synthesis when no node would take CoreDNS', (pool) => {
    expect(() => synthesizeEks({ nodePools: { only: pool } })).toThrow(
      `[test/Cluster] no node pool of cluster 'prod' starts with a node that takes ordinary pods, so CoreDNS could never start; give one pool a size of at least 1 and no 'NoSchedule' or 'NoExecute' taint, such as ${EXAMPLE}`,
    );
    expect(() => synthesizeEks({ nodePools: { only: pool, system: POOL } })).not.toThrow();
  });

  it('fails when a pool has the one name that the tree has for itself', () => {
    expect(() => defineEks(eksStack(), { nodePools: { constructor: POOL } })).toThrow(
      new Error("[test/Cluster] node pool name 'constructor' cannot be part of an address; choose another"),
    );
  });

  it('fails when a pool is added twice', () => {
    expect(() => defineEks(eksStack()).addNodePool('system', POOL)).toThrow(
      "[test/Cluster] node pool 'system' exists already; present are 'system'",
    );
  });

  it('keeps its props: two clusters of the same props stand in one stack', () => {
    const stack = eksStack();
    for (const [id, clusterName] of [
      ['One', 'one'],
      ['Two', 'two'],
    ] as const) {
      new EksCluster(stack, id, { ...MINIMAL, clusterName });
    }
    expect(Object.keys(all(synthesize(stack), 'aws_eks_cluster'))).toHaveLength(2);
  });
});

const IMPORTED = {
  clusterName: 'old',
  version: KubernetesVersion.of('1.32'),
  region: 'eu-central-1',
  host: 'https://ABC.gr7.eu-central-1.eks.amazonaws.com',
  caCertificateBase64: 'Y2E=',
  vpcId: 'vpc-9',
} as const;

describe('an EKS cluster that exists', () => {
  it('defines nothing and says what it was told', () => {
    const stack = eksStack();
    const cluster = EksCluster.fromAttributes(stack, 'Imported', IMPORTED);
    expect(resourceAddresses(synthesize(stack))).toEqual([]);
    expect(synthesize(stack).data).toBeUndefined();
    expect(cluster.network).toEqual({ podCidr: undefined, serviceCidr: undefined, networkId: 'vpc-9' });
    expect(cluster.connection.credential).toMatchObject({
      args: ['eks', 'get-token', '--cluster-name', 'old', '--region', 'eu-central-1', '--output', 'json'],
    });
    expect(Token.isUnresolved(cluster.connection.host)).toBe(false);
    expect(cluster.nodePools).toEqual([]);
  });
});
