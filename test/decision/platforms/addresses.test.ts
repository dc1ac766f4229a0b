import type { PlatformFact, SizedPool } from '../../../lib/decision';
import type { NetworkRequest } from '../../../lib/decision/request/types';
import { around, pool, sizedOf } from '../cost/bill-of';
import { candidateOf } from '../requests';

const EKS = 'eks/eu-central-1/3-zones';
const GKE = 'gke/europe-west3/regional';

function addressesOf(
  id: string,
  pools: readonly SizedPool[],
  network: NetworkRequest = {},
  pods = 60,
): PlatformFact | undefined {
  const context = around({ network });
  const candidate = candidateOf(context, id);
  const profile = context.profiles.find((item) => item.id === candidate.platform);
  const sizing = sizedOf(pools);
  const withPods = { ...sizing, allocatable: { ...sizing.allocatable, pods } };
  return profile?.addresses?.(candidate, withPods, context);
}

const nodes = (count: number): readonly SizedPool[] => [pool('m.xlarge', count)];

describe('the addresses of EKS', () => {
  it('are an own one and seven blocks of sixteen for each node, out of an eighth of the VPC for each zone', () => {
    expect(addressesOf(EKS, nodes(71))).toEqual({
      verdict: 'proven',
      observed:
        'a zone of the VPC 10.0.0.0/16 has addresses for 72 nodes at 113 addresses each, 72 needed while an upgrade runs',
      sources: [],
    });
    expect(addressesOf(EKS, nodes(72))).toEqual({
      verdict: 'refuted',
      observed:
        'a zone of the VPC 10.0.0.0/16 has addresses for 72 nodes at 113 addresses each, 73 needed while an upgrade runs',
      fix: 'split the workload over several clusters: AWS allows no wider VPC',
      sources: [],
    });
  });

  it('are few in a narrow VPC, and a wider one is the way on', () => {
    expect(addressesOf(EKS, nodes(4), { nodeCidr: '10.64.0.0/20' })).toEqual({
      verdict: 'refuted',
      observed:
        'a zone of the VPC 10.64.0.0/20 has addresses for 4 nodes at 113 addresses each, 5 needed while an upgrade runs',
      fix: "give 'network.nodeCidr' a wider range, up to /16",
      sources: [],
    });
  });

  it('need room for one more node of each pool', () => {
    const pools = [pool('m.xlarge', 35), pool('m.large', 35, { name: 'second' })];
    expect(addressesOf(EKS, pools)?.verdict).toBe('proven');
    expect(addressesOf(EKS, [...pools, pool('r.large', 1, { name: 'spot' })])?.verdict).toBe('refuted');
  });

  it('of a VPC that exists are known as a whole only', () => {
    const adopt = {
      eks: { vpcId: 'vpc-1', vpcCidr: '10.9.0.0/20', privateSubnetIds: ['subnet-1', 'subnet-2'] },
    };
    expect(addressesOf(EKS, nodes(33), { adopt })).toEqual({
      verdict: 'proven',
      observed:
        'the adopted VPC 10.9.0.0/20 has addresses for 36 nodes at 113 addresses each, 36 needed while an upgrade runs',
      sources: [],
    });
    expect(addressesOf(EKS, nodes(34), { adopt })).toMatchObject({
      verdict: 'refuted',
      fix: 'adopt a wider VPC, or ask for fewer nodes',
    });
  });
});

describe('the addresses of GKE', () => {
  it('are one for each node and 256 for its pods, with a node more for each pool', () => {
    expect(addressesOf(GKE, nodes(1023))).toEqual({
      verdict: 'proven',
      observed:
        'room for 1,024 nodes in 10.0.0.0/20 for nodes and 10.4.0.0/14 for pods, 1,024 needed while an upgrade runs',
      sources: [],
    });
    expect(addressesOf(GKE, nodes(1024))).toMatchObject({
      verdict: 'refuted',
      fix: "give 'network.podCidr' a wider range",
    });
    expect(addressesOf(GKE, nodes(12), { nodeCidr: '10.64.0.0/28' })).toMatchObject({
      verdict: 'refuted',
      fix: "give 'network.nodeCidr' a wider range",
    });
    expect(addressesOf(GKE, nodes(12), { nodeCidr: '10.64.0.0/28', podCidr: '10.68.0.0/21' })).toMatchObject({
      verdict: 'refuted',
      fix: "give 'network.nodeCidr' and 'network.podCidr' a wider range",
    });
  });

  it('with Autopilot are certain for a node for each pod, hopeless below full nodes, and unknown between', () => {
    const ofPods = (pods: number) =>
      addressesOf('gke/europe-west3/autopilot', [], { podCidr: '10.68.0.0/20' }, pods);
    expect(ofPods(64)).toEqual({
      verdict: 'proven',
      observed:
        'room for 64 nodes in 10.68.0.0/20 for pods; Google packs 64 pods on 2 at least and 64 at most',
      sources: [],
    });
    expect(ofPods(65)).toMatchObject({ verdict: 'unknown', fix: "give 'network.podCidr' a wider range" });
    expect(ofPods(64 * 32)?.verdict).toBe('unknown');
    expect(ofPods(64 * 32 + 1)?.verdict).toBe('refuted');
  });
});

describe('the addresses of pods that no cloud gives out', () => {
  it.each([
    ['aks/westeurope/3-zones', 256, 257],
    ['self-managed-ec2/eu-central-1/3-zones', 253, 254],
    ['self-managed-ec2/eu-central-1/1-zone', 255, 256],
    ['on-prem/frankfurt/kubeadm', 253, 254],
  ])('on %s are a block for each machine: %i nodes are proven, %i refuted', (id, most, more) => {
    expect(addressesOf(id, nodes(most))?.verdict).toBe('proven');
    expect(addressesOf(id, nodes(more))?.verdict).toBe('refuted');
  });

  it('are said with what would do', () => {
    expect(addressesOf('on-prem/frankfurt/kubeadm', nodes(14), { podCidr: '10.244.0.0/20' })).toEqual({
      verdict: 'refuted',
      observed: 'room for 16 machines in 10.244.0.0/20 for pods, 17 needed',
      fix: "give 'network.podCidr' a wider range",
      sources: [],
    });
  });
});
