import { TerraformVariable } from 'cdktf';
import { EksAddOn, EksAddOnVersion } from '../../lib/eks';
import { synthesize } from '../support/synthesized';
import { all, defineEks, eksStack, POOL, policy, synthesizeEks } from './eks-stack';

const SYSTEM = 'aws_eks_node_group.Cluster_NodePools_system_8870A961';
const AGENT = 'aws_eks_addon.Cluster_AddOns_PodIdentityAgent_62CCBC7F';
const CNI = 'aws_eks_addon.Cluster_AddOns_VpcCni_1D856AA2';
const KUBE_PROXY = 'aws_eks_addon.Cluster_AddOns_KubeProxy_0B5A782C';

type AddOn = Record<string, unknown>;

function addOns(props?: Parameters<typeof synthesizeEks>[0]): Readonly<Record<string, AddOn>> {
  const byName = Object.values(all(synthesizeEks(props), 'aws_eks_addon')).map((addOn) => [
    addOn.addon_name,
    addOn,
  ]);
  return Object.fromEntries(byName);
}

describe('the add-ons of an EKS cluster', () => {
  it('are these six, each tied to the cluster', () => {
    const found = addOns();
    expect(Object.keys(found).sort()).toEqual([
      'aws-ebs-csi-driver',
      'coredns',
      'eks-pod-identity-agent',
      'kube-proxy',
      'metrics-server',
      'vpc-cni',
    ]);
    for (const addOn of Object.values(found)) {
      expect(addOn.cluster_name).toBe('${aws_eks_cluster.Cluster_EB0386A7.name}');
      expect(addOn.resolve_conflicts_on_update).toBe('OVERWRITE');
    }
  });

  it('come in an order of the graph: agent, CNI and proxy, nodes, the rest', () => {
    const edges = Object.entries(addOns()).map(([name, addOn]) => [name, addOn.depends_on]);
    expect(Object.fromEntries(edges)).toEqual({
      'eks-pod-identity-agent': undefined,
      'vpc-cni': [AGENT, 'aws_iam_role_policy_attachment.Cluster_AddOns_VpcCniRole_ManagedPolicy_CA6DD062'],
      'kube-proxy': undefined,
      coredns: [SYSTEM],
      'aws-ebs-csi-driver': [
        'aws_iam_role_policy_attachment.Cluster_AddOns_EbsCsiRole_ManagedPolicy_D4596BE7',
        SYSTEM,
      ],
      'metrics-server': [SYSTEM],
    });
  });

  it('are waited for by nodes, together with the nodes’ rights and their way out', () => {
    const [group] = Object.values(all(synthesizeEks(), 'aws_eks_node_group'));
    expect(group?.depends_on).toEqual([
      CNI,
      KUBE_PROXY,
      'aws_iam_role_policy_attachment.Cluster_NodeRole_Worker_AC719ADC',
      'aws_iam_role_policy_attachment.Cluster_NodeRole_ImagePull_38EFD7F8',
      'aws_iam_role_policy_attachment.Cluster_NodeRole_SessionManager_9E50C3D6',
      'aws_route_table_association.Cluster_Network_PrivateSubnets_ZoneA_Association_3CEDC846',
      'aws_route_table_association.Cluster_Network_PrivateSubnets_ZoneB_Association_29A20DCF',
      'aws_route_table_association.Cluster_Network_PrivateSubnets_ZoneC_Association_495E7539',
      'aws_route.Cluster_Network_Egress_ZoneA_Route_51365245',
      'aws_route.Cluster_Network_Egress_ZoneB_Route_31D0F795',
      'aws_route.Cluster_Network_Egress_ZoneC_Route_9370B21C',
      'aws_vpc_endpoint.Cluster_Network_Endpoints_S3_35988BB4',
    ]);
  });

  it('wait for pools that are added later', () => {
    const stack = eksStack();
    const cluster = defineEks(stack);
    cluster.addNodePool('batch', POOL);
    const coredns = Object.values(all(synthesize(stack), 'aws_eks_addon')).find(
      (addOn) => addOn.addon_name === 'coredns',
    );
    expect(coredns?.depends_on).toEqual([SYSTEM, 'aws_eks_node_group.Cluster_NodePools_batch_5BE7F5F7']);
  });

  it('give pods prefixes of addresses and enforce NetworkPolicy', () => {
    expect(JSON.parse(String(addOns()['vpc-cni']?.configuration_values))).toEqual({
      enableNetworkPolicy: 'true',
      env: { ENABLE_PREFIX_DELEGATION: 'true', WARM_PREFIX_TARGET: '1' },
    });
  });

  it('get their AWS identity by pod identity, for one service account each', () => {
    const synthesized = synthesizeEks();
    expect(addOns()['vpc-cni']?.pod_identity_association).toEqual([
      {
        role_arn: '${aws_iam_role.Cluster_AddOns_VpcCniRole_C028E544.arn}',
        service_account: 'aws-node',
      },
    ]);
    expect(addOns()['aws-ebs-csi-driver']?.pod_identity_association).toEqual([
      {
        role_arn: '${aws_iam_role.Cluster_AddOns_EbsCsiRole_A495571B.arn}',
        service_account: 'ebs-csi-controller-sa',
      },
    ]);
    expect(
      policy(all(synthesized, 'aws_iam_role').Cluster_AddOns_VpcCniRole_C028E544?.assume_role_policy),
    ).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Assume',
          Effect: 'Allow',
          Principal: { Service: 'pods.eks.amazonaws.com' },
          Action: ['sts:AssumeRole', 'sts:TagSession'],
          Condition: {
            StringEquals: {
              'aws:RequestTag/kubernetes-namespace': 'kube-system',
              'aws:RequestTag/kubernetes-service-account': 'aws-node',
            },
          },
        },
      ],
    });
  });

  it('have the version that EKS holds by default, or the one that is given', () => {
    expect(Object.values(addOns()).map((addOn) => addOn.addon_version)).toEqual(Array(6).fill(undefined));
    const version = EksAddOnVersion.pinned('v1.11.4-eksbuild.2');
    expect(addOns({ addOns: { [EksAddOn.COREDNS]: { version } } }).coredns?.addon_version).toBe(
      'v1.11.4-eksbuild.2',
    );
  });

  it('take a version that Terraform fills in', () => {
    const stack = eksStack();
    const version = new TerraformVariable(stack, 'coredns', { type: 'string' }).stringValue;
    defineEks(stack, { addOns: { [EksAddOn.COREDNS]: { version: EksAddOnVersion.pinned(version) } } });
    expect(JSON.stringify(synthesize(stack))).toContain('"addon_version":"${var.coredns}"');
  });

  it('need no sleep and look no version up', () => {
    const synthesized = synthesizeEks();
    expect(Object.keys(synthesized.resource ?? {})).not.toContain('time_sleep');
    expect(Object.keys(synthesized.data ?? {}).sort()).toEqual([
      'aws_availability_zones',
      'aws_caller_identity',
      'aws_partition',
      'aws_region',
    ]);
  });
});
