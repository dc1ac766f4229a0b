import fc from 'fast-check';
import { allocatable, embeddedCatalog, findMachineType, machinePrices } from '../../../lib/catalog';
import { GKE_MAX_PODS_PER_NODE } from '../../../lib/catalog/node-limits';
import { decide } from '../../../lib/decision';
import { cheapestMix } from '../../../lib/decision/capacity/cheapest-mix';
import { GKE_DAEMON_SETS } from '../../../lib/decision/capacity/daemon-sets';
import { ceilDivide, needPerDomain, type Resources, subtract } from '../../../lib/decision/capacity/demand';
import {
  compareMixes,
  type Mix,
  type MixProblem,
  mixOf,
  type NodeShape,
} from '../../../lib/decision/capacity/mix';
import type { ClusterRequest } from '../../../lib/decision/request/types';
import { formatUsd } from '../../../lib/values';
import { PLAIN, requestOf } from '../requests';

/** 24 vCPU, 96 GiB, 200 pods over three zones, one of which may be lost; data in the EU. */
const EXAMPLE: ClusterRequest = {
  ...PLAIN,
  capacity: { ...PLAIN.capacity, cpu: 24, memoryGib: 96, pods: 200 },
  residency: { data: { countries: [], jurisdictions: ['EU'] } },
};

const HOURS = 730;

/** The machines of europe-north2 at nothing but their price, as the worked example has them. */
function machinesOnly(): readonly NodeShape[] {
  const catalog = embeddedCatalog();
  return machinePrices(catalog, 'gcp', 'europe-north2').flatMap(({ type, onDemand }) => {
    const machine = findMachineType(catalog, 'gcp', type);
    if (machine === undefined || !EXAMPLE.capacity.machineClasses.includes(machine.class)) return [];
    return [
      {
        machineType: type,
        architecture: machine.architecture,
        offers: subtract(allocatable('gke', machine, GKE_MAX_PODS_PER_NODE), GKE_DAEMON_SETS),
        monthlyMicroUsd: onDemand * HOURS,
      },
    ];
  });
}

const problemOf = (need: Resources): MixProblem => ({
  zones: 3,
  need,
  spareNode: false,
  largestPod: undefined,
});

describe('the worked example: 24 vCPU, 96 GiB, 200 pods in europe-north2', () => {
  const problem = problemOf(needPerDomain(EXAMPLE, 3));

  it('costs $1,232.74 in machines of one type', () => {
    const best = machinesOnly()
      .flatMap((shape) => cheapestMix(problem, [shape]) ?? [])
      .reduce((left, right) => (compareMixes(left, right) <= 0 ? left : right));
    expect(formatUsd(best.monthlyMicroUsd)).toBe('$1,232.74');
    expect(typesOf(best)).toEqual(['1 e2-standard-16']);
  });

  it('costs $1,132.43 in machines of two types, 8 % less', () => {
    const best = cheapestMix(problem, machinesOnly());
    expect(formatUsd(best?.monthlyMicroUsd ?? 0)).toBe('$1,132.43');
    expect(best && typesOf(best)).toEqual(['1 e2-highmem-2', '3 e2-standard-4']);
  });

  /*
   * The figures above are machines alone. The decision minimises all money that depends on nodes: each node also has a boot
   * disk of 100 GiB and a share of Cloud NAT, $132.26 together. Here that leaves the mix as
   * it is: $207.87 + $924.56 = $1,132.43.
   */
  it('is what the decision takes, with the disks and the share of Cloud NAT on top', () => {
    const decision = decide(requestOf({ api: EXAMPLE }), embeddedCatalog());
    const found = decision.clusters.api?.assessments.find(
      ({ candidate }) => candidate.id === 'gke/europe-north2/regional',
    );
    expect(found?.cost.lines.map((line) => [line.id, line.label, formatUsd(line.monthlyMicroUsd)])).toEqual([
      ['control-plane', 'GKE cluster fee', '$73.00'],
      ['nodes/main', '3 × e2-highmem-2 on demand', '$207.87'],
      ['nodes/second', '9 × e2-standard-4 on demand', '$924.56'],
      ['root-disks', 'root disks of 100 GiB', '$120.00'],
      ['nat', 'Cloud NAT for 12 machines', '$12.26'],
      ['nat-addresses', 'public address of Cloud NAT', '$3.65'],
      ['keys', 'key for secrets', '$0.06'],
    ]);
  });
});

it('leaves nothing out at real prices: the same as walking every pair', () => {
  const shapes = machinesOnly();
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 200_000 }),
      fc.integer({ min: 100, max: 800_000 }),
      fc.integer({ min: 1, max: 3_000 }),
      (milliCpu, memoryMib, pods) => {
        const problem = problemOf({ milliCpu, memoryMib, pods });
        expect(cheapestMix(problem, shapes)).toEqual(walkEverything(problem, shapes));
      },
    ),
    { numRuns: 15 },
  );
});

function typesOf(mix: Mix): readonly string[] {
  return mix.entries.map((entry) => `${entry.perZone} ${entry.shape.machineType}`);
}

/** Every pair, every count, no bound. */
function walkEverything(problem: MixProblem, shapes: readonly NodeShape[]): Mix | undefined {
  const { need } = problem;
  const kinds = ['milliCpu', 'memoryMib', 'pods'] as const;
  const count = (rest: Resources, { offers }: NodeShape): number =>
    Math.max(1, ...kinds.map((kind) => ceilDivide(rest[kind], offers[kind])));
  let best: Mix | undefined;
  const offer = (mix: Mix): void => {
    if (best === undefined || compareMixes(mix, best) < 0) best = mix;
  };
  const useful = shapes.filter(({ offers }) => kinds.every((kind) => offers[kind] > 0));
  for (const left of useful) {
    const alone = count(need, left);
    offer(mixOf(problem.zones, [{ shape: left, perZone: alone }]));
    for (const right of useful) {
      if (right === left || right.architecture !== left.architecture) continue;
      for (let n = 1; n < alone; n++) {
        const rest = subtract(need, {
          milliCpu: n * left.offers.milliCpu,
          memoryMib: n * left.offers.memoryMib,
          pods: n * left.offers.pods,
        });
        const entries = [
          { shape: left, perZone: n },
          { shape: right, perZone: count(rest, right) },
        ];
        offer(mixOf(problem.zones, entries));
      }
    }
  }
  return best;
}
