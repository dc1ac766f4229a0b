import { EksNodeFamily, EksNodeImage } from '../../lib/eks';
import { EksCapacityReservation } from '../../lib/eks/capacity-reservation';
import { EksShare } from '../../lib/eks/node-repair';
import { EksNodeUpdate } from '../../lib/eks/node-update';
import { EksPlacement } from '../../lib/eks/placement';

describe('a value about nodes', () => {
  it.each<[() => unknown, string]>([
    [() => EksNodeUpdate.unavailable(0), "'update' of 0 nodes must be a whole number of 1 to 100 nodes"],
    [() => EksNodeUpdate.unavailable(101), "'update' of 101 nodes must be a whole number of 1 to 100 nodes"],
    [
      () => EksNodeUpdate.unavailablePercent(33.3),
      "'update' of 33.3 percent must be a whole number of 1 to 100 percent",
    ],
    [() => EksShare.nodes(0), "'nodes' of a share (0) must be a whole number of at least 1"],
    [() => EksShare.percent(101), "'percent' of a share (101) must be a whole number of 1 to 100"],
    [() => EksPlacement.partitions(8), "'placement' of 8 partitions must be a whole number of 1 to 7"],
    [
      () => EksCapacityReservation.targeted('res-1'),
      "'capacityReservation' (res-1) must be the id of a reservation such as 'cr-0123456789abcdef0'",
    ],
    [
      () => EksCapacityReservation.capacityBlock(''),
      "'capacityReservation' () must be the id of a reservation such as 'cr-0123456789abcdef0'",
    ],
    [
      () => EksNodeImage.custom(EksNodeFamily.BOTTLEROCKET, 'bottlerocket'),
      "'image' (bottlerocket) must be the id of a machine image such as 'ami-0123456789abcdef0'",
    ],
  ])('is refused: %s', (make, message) => {
    expect(make).toThrow(expect.objectContaining({ message, name: 'ValidationError' }));
  });

  it('holds what it was told', () => {
    expect(EksNodeUpdate.unavailable(100)).toMatchObject({ nodes: 100, percent: undefined });
    expect(EksShare.percent(1)).toMatchObject({ count: undefined, percentage: 1 });
    expect(EksPlacement.partitions(7)).toMatchObject({ strategy: 'partition', partitionCount: 7 });
    expect(EksNodeImage.bottlerocket({ fips: true })).toMatchObject({ family: 'bottlerocket', fips: true });
  });
});
