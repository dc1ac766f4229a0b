import {
  EKS_ADDRESSES_PER_NODE,
  EKS_ENDPOINT_SERVICES,
  EKS_PRIVATE_SUBNET_BITS,
  EKS_SERVICE_CIDR,
  EKS_VPC_CIDR,
  GKE_CONTROL_PLANE_CIDR,
  GKE_NODE_CIDR,
  GKE_POD_ADDRESSES_PER_NODE,
  GKE_POD_CIDR,
  GKE_SERVICE_CIDR,
  ON_PREM_POD_CIDR,
  ON_PREM_SERVICE_CIDR,
} from '../../lib/catalog/network-defaults';
import { Cidr, describeOverlaps } from '../../lib/values';

const overlaps = (...ranges: readonly string[]): readonly string[] =>
  describeOverlaps(ranges.map((text) => ({ name: text, cidr: Cidr.parse(text) })));

describe('the network defaults', () => {
  it('of one platform do not overlap', () => {
    expect(overlaps(EKS_VPC_CIDR, EKS_SERVICE_CIDR)).toEqual([]);
    expect(overlaps(GKE_NODE_CIDR, GKE_POD_CIDR, GKE_SERVICE_CIDR, GKE_CONTROL_PLANE_CIDR)).toEqual([]);
    expect(overlaps(ON_PREM_POD_CIDR, ON_PREM_SERVICE_CIDR)).toEqual([]);
  });

  it('give a zone of EKS a /19, of which a full node takes 113 addresses', () => {
    expect(Cidr.parse(EKS_VPC_CIDR).prefix + EKS_PRIVATE_SUBNET_BITS).toBe(19);
    expect(EKS_ADDRESSES_PER_NODE).toBe(113);
  });

  it('give a node of GKE a /24 for its pods', () => {
    expect(GKE_POD_ADDRESSES_PER_NODE).toBe(256);
  });

  it('name each service that an endpoint reaches once, under an id that stands in addresses', () => {
    expect(Object.keys(EKS_ENDPOINT_SERVICES)).toEqual([
      'Autoscaling',
      'Ec2',
      'EcrApi',
      'EcrDkr',
      'Eks',
      'EksAuth',
      'ElasticLoadBalancing',
      'Kms',
      'Logs',
      'Sts',
    ]);
    expect(new Set(Object.values(EKS_ENDPOINT_SERVICES)).size).toBe(10);
  });
});
