import { TerraformVariable } from 'cdktf';
import { ApiAccess } from '../../lib/cluster';
import { EksEgress, EksNetwork } from '../../lib/eks';
import { synthesize } from '../support/synthesized';
import { all, defineEks, eksStack, only, synthesizeEks } from './eks-stack';

const WARNING =
  "[kubewhere:eks/public-api] the Kubernetes API of 'prod' is open to the whole Internet; ApiAccess.restricted(…) narrows it to ranges, ApiAccess.private() to the VPC";

function endpoint(apiAccess: ApiAccess): unknown {
  const {
    subnet_ids: _,
    security_group_ids: __,
    ...rest
  } = only(synthesizeEks({ apiAccess }), 'aws_eks_cluster').vpc_config as Record<string, unknown>;
  return rest;
}

function warnings(apiAccess?: ApiAccess): readonly string[] {
  const cluster = defineEks(eksStack(), apiAccess === undefined ? {} : { apiAccess });
  return cluster.node.metadata.filter(({ type }) => type === '@cdktf/warn').map(({ data }) => String(data));
}

describe('the API of an EKS cluster', () => {
  it('is reached from the VPC only when private', () => {
    expect(endpoint(ApiAccess.private())).toEqual({
      endpoint_private_access: true,
      endpoint_public_access: false,
    });
  });

  it('is reached from the VPC and the ranges given, sorted and each once, when restricted', () => {
    expect(endpoint(ApiAccess.restricted('203.0.113.0/24', '198.51.100.0/24', '203.0.113.0/24'))).toEqual({
      endpoint_private_access: true,
      endpoint_public_access: true,
      public_access_cidrs: ['198.51.100.0/24', '203.0.113.0/24'],
    });
  });

  it('is open in so many words when public, so that ranges of before do not stay', () => {
    expect(endpoint(ApiAccess.public())).toEqual({
      endpoint_private_access: true,
      endpoint_public_access: true,
      public_access_cidrs: ['0.0.0.0/0'],
    });
  });

  it('answers the whole VPC, by a group of its own on the control plane’s interfaces', () => {
    const synthesized = synthesizeEks();
    expect(only(synthesized, 'aws_eks_cluster').vpc_config).toMatchObject({
      security_group_ids: ['${aws_security_group.Cluster_ApiDoor_036B400C.id}'],
    });
    expect(only(synthesized, 'aws_security_group')).toEqual({
      name: 'eks-api-prod',
      description: 'Who reaches the Kubernetes API inside the VPC',
      vpc_id: '${aws_vpc.Cluster_Network_A5E2F637.id}',
      tags: { Name: 'eks-api-prod' },
    });
    expect(only(synthesized, 'aws_vpc_security_group_ingress_rule')).toEqual({
      security_group_id: '${aws_security_group.Cluster_ApiDoor_036B400C.id}',
      cidr_ipv4: '10.0.0.0/16',
      ip_protocol: 'tcp',
      from_port: 443,
      to_port: 443,
    });
  });

  it('has security groups that AWS takes although the cluster is called sg-something', () => {
    const stack = eksStack();
    const network = new EksNetwork(stack, 'Network', { networkName: 'sg-shop', egress: EksEgress.NONE });
    defineEks(stack, { clusterName: 'sg-shop', network });
    const names = Object.values(all(synthesize(stack), 'aws_security_group')).map(({ name }) => name);
    expect(names.sort()).toEqual(['eks-api-sg-shop', 'endpoints-sg-shop']);
  });

  it('takes a range that only Terraform knows', () => {
    const stack = eksStack();
    const office = new TerraformVariable(stack, 'office', { type: 'string' }).stringValue;
    defineEks(stack, { apiAccess: ApiAccess.restricted(office) });
    expect(only(synthesize(stack), 'aws_eks_cluster').vpc_config).toMatchObject({
      public_access_cidrs: ['${var.office}'],
    });
  });

  it('fails when restricted to a private range, which EKS refuses', () => {
    expect(() => defineEks(eksStack(), { apiAccess: ApiAccess.restricted('10.1.0.0/16') })).toThrow(
      new Error(
        "[test/Cluster] 'apiAccess' restricted to '10.1.0.0/16' is a private range, which EKS refuses for the public endpoint; the VPC reaches the API in any case, other private networks by a rule on 'apiSecurityGroupId'",
      ),
    );
  });

  it('fails when restricted to more ranges than EKS takes', () => {
    const ranges = Array.from({ length: 41 }, (_, index) => `203.0.113.${index}/32`);
    expect(() => defineEks(eksStack(), { apiAccess: ApiAccess.restricted(...ranges) })).toThrow(
      new Error(
        "[test/Cluster] 'apiAccess' restricted to 41 ranges must name at most 40, the most that EKS takes; join neighbours into wider ranges",
      ),
    );
    expect(() =>
      defineEks(eksStack(), { apiAccess: ApiAccess.restricted(...ranges.slice(0, 40)) }),
    ).not.toThrow();
  });

  it('warns when public, and only then', () => {
    expect(warnings(ApiAccess.public())).toEqual([WARNING]);
    expect(warnings(ApiAccess.restricted('203.0.113.0/24'))).toEqual([]);
    expect(warnings()).toEqual([]);
  });
});
