import { ApiAccess } from '../../lib/cluster';
import { defineEks, eksStack, only, synthesizeEks } from './eks-stack';

const WARNING =
  "[kubewhere:eks/public-api] the Kubernetes API of 'prod' is open to the whole Internet; ApiAccess.restricted(…) narrows it to ranges, ApiAccess.private() to the VPC";

function endpoint(apiAccess: ApiAccess): unknown {
  const { subnet_ids: _, ...rest } = only(synthesizeEks({ apiAccess }), 'aws_eks_cluster')
    .vpc_config as Record<string, unknown>;
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

  it('warns when public, and only then', () => {
    expect(warnings(ApiAccess.public())).toEqual([WARNING]);
    expect(warnings(ApiAccess.restricted('203.0.113.0/24'))).toEqual([]);
    expect(warnings()).toEqual([]);
  });
});
