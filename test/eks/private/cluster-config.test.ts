import { joinConfigParts } from '../../../lib/eks/private/cluster-config';

describe('the parts of the resource of an EKS cluster', () => {
  it('are joined block by block and list by list, in their order', () => {
    expect(
      joinConfigParts(
        {
          kubernetesNetworkConfig: { serviceIpv4Cidr: '172.20.0.0/16' },
          vpcConfig: { securityGroupIds: ['sg-1'] },
        },
        { kubernetesNetworkConfig: { elasticLoadBalancing: { enabled: true } } },
        { vpcConfig: { securityGroupIds: ['sg-2'] }, forceUpdateVersion: true },
      ),
    ).toEqual({
      kubernetesNetworkConfig: {
        serviceIpv4Cidr: '172.20.0.0/16',
        elasticLoadBalancing: { enabled: true },
      },
      vpcConfig: { securityGroupIds: ['sg-1', 'sg-2'] },
      forceUpdateVersion: true,
    });
  });

  it('decide nothing where they hold undefined, and may agree', () => {
    expect(
      joinConfigParts(
        { forceUpdateVersion: true, version: '1.34' },
        { forceUpdateVersion: undefined, version: '1.34' },
      ),
    ).toEqual({ forceUpdateVersion: true, version: '1.34' });
  });

  it('cannot contradict each other', () => {
    expect(() =>
      joinConfigParts(
        { kubernetesNetworkConfig: { ipFamily: 'ipv4' } },
        { kubernetesNetworkConfig: { ipFamily: 'ipv6' } },
      ),
    ).toThrow("two parts of aws_eks_cluster decide 'kubernetesNetworkConfig.ipFamily'");
  });
});
