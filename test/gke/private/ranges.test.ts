import fc from 'fast-check';
import {
  type AddressedPool,
  type AddressingNetwork,
  describeAutoProvisionedCapacity,
  describeCapacity,
  podAddressesPerNode,
} from '../../../lib/gke/private/ranges';

const pool = (max: number, others: Partial<AddressedPool> = {}): AddressedPool => ({
  poolName: 'general',
  size: { max },
  ...others,
});

const NETWORK: AddressingNetwork = {
  nodeCidr: '10.0.0.0/20',
  podCidr: '10.4.0.0/20',
  podRangeName: 'pods',
  morePodRanges: [],
};

describe('the addresses that GKE takes for a node', () => {
  it.each([
    [8, 16],
    [16, 32],
    [32, 64],
    [64, 128],
    [110, 256],
    [128, 256],
    [129, 512],
    [256, 512],
  ])('for %i pods are %i', (pods, addresses) => {
    expect(podAddressesPerNode(pods)).toBe(addresses);
  });
});

describe('the capacity of ranges', () => {
  it('is enough for pools exactly as large', () => {
    expect(describeCapacity(NETWORK, [pool(15)])).toEqual([]);
  });

  it('has room for more nodes of fewer pods', () => {
    expect(describeCapacity(NETWORK, [pool(63)], 32)).toEqual([]);
    expect(describeCapacity(NETWORK, [pool(64)], 32)).toEqual([
      "'podCidr' (10.4.0.0/20) has room for 64 nodes of 64 addresses, but the node pools may grow to 65 (surge included); widen it, or let the pools grow less",
    ]);
  });

  it('counts a size for each zone, and what an upgrade adds', () => {
    expect(describeCapacity(NETWORK, [pool(5, { sizeTimes: 3, extraNodes: 1 })])).toEqual([]);
    expect(describeCapacity(NETWORK, [pool(5, { sizeTimes: 3, extraNodes: 2 })])).toEqual([
      "'podCidr' (10.4.0.0/20) has room for 16 nodes of 256 addresses, but the node pools may grow to 17 (surge included); widen it, or let the pools grow less",
    ]);
  });

  it('counts addresses where pools have different numbers of pods', () => {
    const pools = [pool(11, { extraNodes: 0 }), pool(21, { maxPodsPerNode: 32, extraNodes: 0 })];
    expect(describeCapacity(NETWORK, pools)).toEqual([
      "'podCidr' (10.4.0.0/20) has 4096 addresses, but pods of the node pools may take 4160 (32 nodes, surge included); widen a range, add one, or let the pools grow less",
    ]);
    expect(
      describeCapacity(NETWORK, [
        pool(11, { extraNodes: 0 }),
        pool(20, { maxPodsPerNode: 32, extraNodes: 0 }),
      ]),
    ).toEqual([]);
  });

  it('counts further ranges, as far as all are known', () => {
    const more = [{ rangeName: 'late', cidr: '10.32.0.0/21' }];
    expect(describeCapacity({ ...NETWORK, morePodRanges: more }, [pool(23)])).toEqual([]);
    expect(describeCapacity({ ...NETWORK, morePodRanges: more }, [pool(24)])).toEqual([
      'the pod ranges (10.4.0.0/20, 10.32.0.0/21) have 6144 addresses, but pods of the node pools may take 6400 (25 nodes, surge included); widen a range, add one, or let the pools grow less',
    ]);
    expect(describeCapacity({ ...NETWORK, morePodRanges: [{ rangeName: 'late' }] }, [pool(999)])).toEqual([]);
  });

  it('holds pools with a range of their own against that range', () => {
    const network = { ...NETWORK, morePodRanges: [{ rangeName: 'batch', cidr: '10.32.0.0/22' }] };
    const batch = { poolName: 'batch', podRange: { rangeName: 'batch' } };
    expect(describeCapacity(network, [pool(3), pool(3, batch)])).toEqual([]);
    expect(
      describeCapacity(network, [pool(3), pool(3, batch), pool(0, { ...batch, poolName: 'late' })]),
    ).toEqual([
      "the pod range 'batch' has 1024 addresses, but pods of 'batch', 'late' may take 1280 (5 nodes, surge included); widen it, or let them grow less",
    ]);
  });

  it('knows a range that GKE makes by its mask, and judges none that it does not know', () => {
    const made = (cidr?: string) => pool(4, { podRange: { rangeName: 'made', cidr } });
    expect(describeCapacity(NETWORK, [made('/22')])).toEqual([
      "the pod range 'made' has 1024 addresses, but pods of 'general' may take 1280 (5 nodes, surge included); widen it, or let them grow less",
    ]);
    expect(describeCapacity(NETWORK, [made('10.40.0.0/21')])).toEqual([]);
    expect(describeCapacity(NETWORK, [made()])).toEqual([]);
  });

  it('counts a pool that names the range of all among the others', () => {
    expect(describeCapacity(NETWORK, [pool(16, { podRange: { rangeName: 'pods' } })])).toHaveLength(1);
  });

  it('judges nothing where GKE has further subnetworks to choose from', () => {
    expect(describeCapacity({ ...NETWORK, moreNodeSubnetworks: [{}] }, [pool(9999)])).toEqual([]);
  });

  it('warns of nodes that GKE makes by itself, unless the pools alone are too many', () => {
    expect(describeAutoProvisionedCapacity(NETWORK, [pool(3)], 24)).toEqual([]);
    expect(describeAutoProvisionedCapacity(NETWORK, [pool(3)], 26)).toEqual([
      "'podCidr' (10.4.0.0/20) has room for 16 nodes of 256 addresses, but the node pools may grow to 17 (surge included); widen it, or let the pools grow less",
    ]);
    expect(describeAutoProvisionedCapacity(NETWORK, [pool(99)], 2)).toEqual([]);
  });

  it('agrees with handing out blocks one by one', () => {
    const some = fc.array(
      fc.record({
        max: fc.nat({ max: 20 }),
        pods: fc.constantFrom(8, 32, 110),
        zones: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(some, (demands) => {
        let left = 4096;
        for (const { max, pods, zones } of demands) {
          let block = 1;
          while (block < 2 * pods) block *= 2;
          for (let node = 0; node < max * zones + 1; node++) left -= block;
        }
        const pools = demands.map(({ max, pods, zones }) =>
          pool(max, { maxPodsPerNode: pods, sizeTimes: zones }),
        );
        expect(describeCapacity(NETWORK, pools).length === 0).toBe(left >= 0);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
