import fc from 'fast-check';
import { allocatable, embeddedCatalog, findMachineType, machinePrices } from '../../../lib/catalog';
import type { AllocatablePlatform } from '../../../lib/catalog/allocatable';
import type { MachineClass, MachineType, ProviderId } from '../../../lib/catalog/types';
import { decide } from '../../../lib/decision';
import { cheapestMix } from '../../../lib/decision/capacity/cheapest-mix';
import {
  AKS_DAEMON_SETS,
  EKS_DAEMON_SETS,
  GKE_DAEMON_SETS,
} from '../../../lib/decision/capacity/daemon-sets';
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

/** A region's machines at nothing but their price, as the worked example has them. */
function machinesOf(
  provider: ProviderId,
  region: string,
  {
    classes = EXAMPLE.capacity.machineClasses,
    offersOf = usual,
  }: {
    readonly classes?: readonly MachineClass[];
    readonly offersOf?: (machine: MachineType) => Resources;
  } = {},
): readonly NodeShape[] {
  const catalog = embeddedCatalog();
  return machinePrices(catalog, provider, region).flatMap(({ type, onDemand }) => {
    const machine = findMachineType(catalog, provider, type);
    if (machine === undefined || !classes.includes(machine.class)) return [];
    return [
      {
        machineType: type,
        architecture: machine.architecture,
        offers: offersOf(machine),
        monthlyMicroUsd: onDemand * HOURS,
      },
    ];
  });
}

const AGENTS: Readonly<Record<ProviderId, readonly [AllocatablePlatform, Resources]>> = {
  aws: ['eks', EKS_DAEMON_SETS],
  gcp: ['gke', GKE_DAEMON_SETS],
  azure: ['aks', AKS_DAEMON_SETS],
};

/** Less the agents on every node of the platform that the provider runs. */
function usual(machine: MachineType): Resources {
  const [platform, agents] = AGENTS[machine.provider];
  return subtract(allocatable(platform, machine, 110), agents);
}

const machinesOnly = (): readonly NodeShape[] => machinesOf('gcp', 'europe-north2');

const problemOf = (need: Resources): MixProblem => ({
  zones: 3,
  need,
  spareNode: false,
  largestPod: undefined,
});

describe('the worked example: 24 vCPU, 96 GiB, 200 pods in europe-north2', () => {
  const example = () => problemOf(needPerDomain(EXAMPLE, 3));

  it('costs $1,232.74 in machines of one type', () => {
    const best = machinesOnly()
      .flatMap((shape) => cheapestMix(example(), [shape]) ?? [])
      .reduce((left, right) => (compareMixes(left, right) <= 0 ? left : right));
    expect(formatUsd(best.monthlyMicroUsd)).toBe('$1,232.74');
    expect(typesOf(best)).toEqual(['1 e2-standard-16']);
  });

  it('costs $1,132.43 in machines of two types, 8 % less', () => {
    const best = cheapestMix(example(), machinesOnly());
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

/**
 * Machines alone, one zone may be lost: the optimum of at most two types in every region of the EU that is open to all and has
 * prices, and how far the best single type is above it. AWS and Google as in the worked example; AKS keeps more of each node, and
 * its arm64 machines fit the demand without a second type.
 */
const REGIONS: readonly (readonly [ProviderId, string, string, string, string])[] = [
  ['gcp', 'europe-north2', '$1,132.43', '1 e2-highmem-2, 3 e2-standard-4', '8.1'],
  ['gcp', 'europe-west1', '$1,186.40', '1 e2-highmem-2, 3 e2-standard-4', '8.1'],
  ['gcp', 'europe-west4', '$1,187.31', '1 e2-highmem-2, 3 e2-standard-4', '8.1'],
  ['gcp', 'europe-north1', '$1,187.39', '1 e2-highmem-2, 3 e2-standard-4', '8.1'],
  ['gcp', 'europe-west8', '$1,251.04', '1 e2-highmem-2, 3 e2-standard-4', '8.1'],
  ['gcp', 'europe-west9', '$1,251.04', '1 e2-highmem-2, 3 e2-standard-4', '8.1'],
  ['gcp', 'europe-southwest1', '$1,272.68', '1 e2-highmem-2, 3 e2-standard-4', '8.1'],
  ['gcp', 'europe-central2', '$1,304.99', '1 e2-highmem-2, 3 e2-standard-4', '8.1'],
  ['azure', 'swedencentral', '$1,309.62', '1 Standard_D16ps_v6', '0.0'],
  ['aws', 'eu-north-1', '$1,326.92', '3 m6g.xlarge, 1 r7g.large', '7.6'],
  ['azure', 'northeurope', '$1,373.13', '1 Standard_D16ps_v6', '0.0'],
  ['azure', 'spaincentral', '$1,373.13', '1 Standard_D16ps_v6', '0.0'],
  ['gcp', 'europe-west3', '$1,389.50', '1 e2-highmem-2, 3 e2-standard-4', '8.1'],
  ['gcp', 'europe-west10', '$1,389.54', '1 e2-highmem-2, 3 e2-standard-4', '8.1'],
  ['gcp', 'europe-west12', '$1,391.27', '1 e2-highmem-2, 3 e2-standard-4', '8.1'],
  ['aws', 'eu-south-2', '$1,392.40', '3 m6g.xlarge, 1 r7g.large', '7.6'],
  ['aws', 'eu-west-1', '$1,392.62', '3 m6g.xlarge, 1 r7g.large', '7.6'],
  ['azure', 'italynorth', '$1,427.88', '2 Standard_D8ps_v6', '0.0'],
  ['azure', 'francecentral', '$1,436.64', '1 Standard_D16ps_v6', '0.0'],
  ['aws', 'eu-south-1', '$1,452.19', '3 m6g.xlarge, 1 r7g.large', '7.5'],
  ['azure', 'germanywestcentral', '$1,467.30', '1 Standard_D16ps_v6', '0.0'],
  ['azure', 'polandcentral', '$1,467.30', '1 Standard_D16ps_v6', '0.0'],
  ['azure', 'westeurope', '$1,467.30', '1 Standard_D16ps_v6', '0.0'],
  ['aws', 'eu-central-1', '$1,491.83', '3 m6g.xlarge, 1 r7g.large', '7.4'],
  ['aws', 'eu-west-3', '$1,576.80', '1 m6g.4xlarge', '0.0'],
  ['azure', 'austriaeast', '$1,699.44', '3 Standard_D4as_v5, 1 Standard_E2s_v5', '6.7'],
];

describe('the worked example in 26 regions of the EU', () => {
  const example = () => problemOf(needPerDomain(EXAMPLE, 3));

  it.each(REGIONS)('%s %s', (provider, region, money, types, percent) => {
    const shapes = machinesOf(provider, region);
    const best = cheapestMix(example(), shapes);
    if (best === undefined) throw new Error('every region has some');
    const single = Math.min(
      ...shapes.map((shape) => cheapestMix(example(), [shape])?.monthlyMicroUsd ?? Number.POSITIVE_INFINITY),
    );
    expect([formatUsd(best.monthlyMicroUsd), typesOf(best).join(', ')]).toEqual([money, types]);
    expect(((1 - best.monthlyMicroUsd / single) * 100).toFixed(1)).toBe(percent);
  });
});

describe('the worked example with burstable machines', () => {
  const example = () => problemOf(needPerDomain(EXAMPLE, 3));
  const classes: readonly MachineClass[] = [...EXAMPLE.capacity.machineClasses, 'burstable'];

  /*
   * A figure of $931.81 is quoted for it. It takes an e2-medium for two whole cores and puts no agents on the nodes. GKE
   * keeps 1,060 m of that type, because it shows two cores and has one, so that here it is of no use.
   */
  it('costs $931.81 with shared cores taken for whole ones and no agents', () => {
    const shapes = machinesOf('gcp', 'europe-north2', {
      classes,
      offersOf: (machine) => allocatable('gke', { ...machine, class: 'general' }, 110),
    });
    const best = cheapestMix(example(), shapes);
    expect(formatUsd(best?.monthlyMicroUsd ?? 0)).toBe('$931.81');
    expect(best && typesOf(best)).toEqual(['3 e2-highmem-2', '4 e2-medium']);
  });

  it('costs as much as without them, by what GKE keeps of a shared core', () => {
    const best = cheapestMix(example(), machinesOf('gcp', 'europe-north2', { classes }));
    expect(formatUsd(best?.monthlyMicroUsd ?? 0)).toBe('$1,132.43');
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
