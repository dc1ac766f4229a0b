import {
  ceilDivide,
  describeGap,
  describeResources,
  needPerDomain,
  needsSpareNode,
  toMib,
  toMilliCpu,
} from '../../../lib/decision/capacity/demand';
import type { ClusterRequest } from '../../../lib/decision/request/types';
import { PLAIN } from '../requests';

function asking(
  capacity: Partial<ClusterRequest['capacity']>,
  availability: Partial<ClusterRequest['availability']> = {},
): ClusterRequest {
  return {
    ...PLAIN,
    capacity: { ...PLAIN.capacity, ...capacity },
    availability: { ...PLAIN.availability, ...availability },
  };
}

describe('needPerDomain', () => {
  const demand = { cpu: 24, memoryGib: 96, pods: 200 };

  it('lets two zones hold what three have, when one may be lost', () => {
    expect(needPerDomain(asking(demand), 3)).toEqual({ milliCpu: 12_000, memoryMib: 49_152, pods: 100 });
  });

  it('shares the demand out when no loss has to be borne', () => {
    expect(needPerDomain(asking(demand, { surviveZoneLoss: false }), 3)).toEqual({
      milliCpu: 8_000,
      memoryMib: 32_768,
      pods: 67,
    });
  });

  it('asks all of the only zone', () => {
    expect(needPerDomain(asking(demand), 1)).toEqual({ milliCpu: 24_000, memoryMib: 98_304, pods: 200 });
  });

  it('multiplies all three figures by the headroom and rounds up once', () => {
    expect(needPerDomain(asking({ ...demand, headroomPercent: 10 }), 3)).toEqual({
      milliCpu: 13_200,
      memoryMib: 54_068, // 98,304 × 1.1 / 2 = 54,067.2
      pods: 110,
    });
  });

  it('takes fractions of a vCPU and of a percent without dust', () => {
    expect(needPerDomain(asking({ cpu: 0.1, memoryGib: 0.5, pods: 1, headroomPercent: 12.5 }), 1)).toEqual({
      milliCpu: 113, // 112.5
      memoryMib: 576,
      pods: 2,
    });
  });
});

it('wants a spare node in a single zone only, and only when a loss has to be borne', () => {
  expect(needsSpareNode(asking({}), 1)).toBe(true);
  expect(needsSpareNode(asking({}), 2)).toBe(false);
  expect(needsSpareNode(asking({}, { surviveZoneLoss: false }), 1)).toBe(false);
});

it('turns vCPU into millicores and GiB into MiB, rounding up', () => {
  expect([0.1, 0.3, 1.0005, 2].map(toMilliCpu)).toEqual([100, 300, 1001, 2000]);
  expect([0.1, 1.5, 96].map(toMib)).toEqual([103, 1536, 98_304]);
});

it('divides and rounds up, also below zero and where a quotient would be rounded', () => {
  expect(ceilDivide(7, 2)).toBe(4);
  expect(ceilDivide(8, 2)).toBe(4);
  expect(ceilDivide(-7, 2)).toBe(-3);
  expect(ceilDivide(9_007_199_254_740_991, 2)).toBe(4_503_599_627_370_496);
});

it('says resources in words without promising more than there is', () => {
  expect(describeResources({ milliCpu: 24_009, memoryMib: 98_303, pods: 1_200 })).toBe(
    '24.00 vCPU, 95.9 GiB, 1,200 pods',
  );
});

it('says what is lacking and nothing else, rounded up so that adding it is enough', () => {
  const needed = { milliCpu: 16_001, memoryMib: 1_025, pods: 10 };
  expect(describeGap(needed, { milliCpu: 15_180, memoryMib: 0, pods: 10 })).toBe('0.83 vCPU and 1.1 GiB');
  expect(describeGap(needed, { milliCpu: 20_000, memoryMib: 2_000, pods: 9 })).toBe('1 pod');
});
