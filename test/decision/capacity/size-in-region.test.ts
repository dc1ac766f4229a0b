import { eksProfile, gkeProfile, type Sizing } from '../../../lib/decision';
import type { ClusterRequest } from '../../../lib/decision/request/types';
import { candidateOf, contextOf, PLAIN } from '../requests';
import { SMALL, withHash } from '../small-catalog';

function size(id: string, cluster: ClusterRequest = PLAIN, catalog = SMALL): Sizing {
  const context = contextOf(cluster, { catalog });
  const candidate = candidateOf(context, id);
  return (candidate.platform === 'eks' ? eksProfile : gkeProfile).size(candidate, context);
}

const withCapacity = (capacity: Partial<ClusterRequest['capacity']>): ClusterRequest => ({
  ...PLAIN,
  capacity: { ...PLAIN.capacity, ...capacity },
});

describe('the sizing in a region', () => {
  it('takes the cheapest nodes that hold the demand with a zone lost', () => {
    expect(size('eks/eu-central-1/3-zones')).toEqual({
      kind: 'sized',
      pools: [
        {
          name: 'main',
          machineType: 'mg.xlarge',
          architecture: 'arm64',
          nodesPerZone: 1,
          nodes: 3,
          microUsdPerHour: 190_000,
          interruptible: false,
        },
      ],
      // processor is the dearest: 3 × 3,000 m at 143,450,000 / 3,670 m, a month of mg.xlarge
      lowerBoundMicroUsd: 351_784_741,
      // 3 × (190,000 × 730 h + 50 GiB × 95,000)
      nodesMicroUsd: 430_350_000,
      // 3 × (3,920 m − 250 m), 3 × (13,531 MiB − 300 MiB), 3 × (110 − 4)
      allocatable: { milliCpu: 11_010, memoryMib: 39_693, pods: 318 },
      afterZoneLoss: { milliCpu: 7_340, memoryMib: 26_462, pods: 212 },
    });
  });

  it('spreads the same demand over two zones with twice the nodes', () => {
    expect(size('eks/eu-central-1/2-zones')).toMatchObject({
      pools: [{ machineType: 'mg.xlarge', nodesPerZone: 2, nodes: 4 }],
      afterZoneLoss: { milliCpu: 7_340, memoryMib: 26_462, pods: 212 },
    });
  });

  it('adds a node in a single zone, so that its largest can be lost', () => {
    expect(size('gke/europe-west3/zonal')).toEqual({
      kind: 'sized',
      pools: [
        {
          name: 'main',
          machineType: 'e-standard-4',
          architecture: 'amd64',
          nodesPerZone: 3,
          nodes: 3,
          microUsdPerHour: 160_000,
          interruptible: false,
        },
      ],
      // 6,000 m at 126,800,000 / 3,570 m of e-standard-4: no spare node, and fractions of nodes
      lowerBoundMicroUsd: 213_109_243,
      // 3 × (160,000 × 730 h + 100 GiB × 100,000 + 1,400 × 730 h of Cloud NAT)
      nodesMicroUsd: 383_466_000,
      allocatable: { milliCpu: 10_710, memoryMib: 39_063, pods: 306 },
      afterZoneLoss: { milliCpu: 7_140, memoryMib: 26_042, pods: 204 },
    });
  });

  it('leaves burstable machines out unless they are asked for', () => {
    expect(size('eks/eu-central-1/3-zones', withCapacity({ machineClasses: ['burstable'] }))).toMatchObject({
      pools: [{ machineType: 't.large', nodes: 9 }],
    });
  });

  it('takes only architectures that the images run on', () => {
    expect(size('eks/eu-central-1/3-zones', withCapacity({ architectures: ['amd64'] }))).toMatchObject({
      pools: [{ machineType: 'm.xlarge', nodes: 3 }],
    });
  });

  it('names the pools by the order of their machine types, so that changing counts swap no names', () => {
    const sizing = size('eks/us-east-1/3-zones', withCapacity({ cpu: 12, memoryGib: 66, pods: 60 }));
    expect(
      sizing.kind === 'sized' && sizing.pools.map((pool) => [pool.name, pool.machineType, pool.nodes]),
    ).toEqual([
      ['main', 'm.xlarge', 3],
      ['second', 'r.large', 6],
    ]);
  });

  it('is too small when the largest pod fits no machine, and says what the largest offers', () => {
    expect(size('eks/eu-central-1/3-zones', withCapacity({ largestPod: { cpu: 4, memoryGib: 8 } }))).toEqual({
      kind: 'too-small',
      reason:
        'the largest pod (4.00 vCPU, 8.0 GiB, 1 pod) fits no machine type; m.xlarge offers 3.67 vCPU, 12.9 GiB, 106 pods',
    });
  });

  it('is too small when no machine of the classes asked for has a price there', () => {
    expect(size('eks/us-east-1/3-zones', withCapacity({ machineClasses: ['gpu'] }))).toEqual({
      kind: 'too-small',
      reason: 'no machine type of gpu on amd64, arm64 has a price in us-east-1',
    });
  });

  it('is unknown, not too small, where no machine price is known', () => {
    expect(size('eks/me-west-1/3-zones')).toEqual({
      kind: 'unknown',
      reason: 'no machine price is known for aws me-west-1',
    });
  });

  it('does not look at the order of machine types and prices', () => {
    const shuffled = withHash({
      ...SMALL,
      machineTypes: SMALL.machineTypes.toReversed(),
      machinePrices: Object.fromEntries(
        Object.entries(SMALL.machinePrices).map(([place, rows]) => [place, rows.toReversed()]),
      ),
    });
    for (const id of ['eks/eu-central-1/3-zones', 'eks/us-east-1/2-zones', 'gke/europe-west3/regional']) {
      expect(size(id, PLAIN, shuffled)).toEqual(size(id));
    }
  });
});
