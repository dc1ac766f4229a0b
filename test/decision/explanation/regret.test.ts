import fc from 'fast-check';
import { demandFactors } from '../../../lib/decision/explanation/demand-levels';
import { paretoFront } from '../../../lib/decision/explanation/pareto';
import { regretOf } from '../../../lib/decision/explanation/regret';
import type { RegretTable } from '../../../lib/decision/explanation/types';
import type { ClusterContext } from '../../../lib/decision/types';
import { PLAIN } from '../requests';
import { assessmentsOf, contextOn, type ToyPlatform } from './toy-profiles';

function tableOf(context: ClusterContext): RegretTable {
  const assessments = assessmentsOf(context);
  const table = regretOf(assessments, paretoFront(assessments), context, context.profiles);
  if (table === undefined) throw new Error('somebody is feasible');
  return table;
}

/** $10 a node of two vCPU, a tenth less or a fifth more. */
const elastic: ToyPlatform = {
  id: 'elastic',
  bill: (cpu) => {
    const mid = Math.ceil(cpu / 2) * 10;
    return [mid * 0.9, mid, mid * 1.2];
  },
  hours: 10,
};
/** Eight vCPU and not one more. */
const owned: ToyPlatform = { id: 'owned', bill: (cpu) => (cpu > 8 ? undefined : [45, 45, 45]), hours: 4 };

const WORLDS = [
  'demand low, prices low, hours low',
  'demand low, prices low, hours high',
  'demand low, prices high, hours low',
  'demand low, prices high, hours high',
  'demand mid, prices low, hours low',
  'demand mid, prices low, hours high',
  'demand mid, prices high, hours low',
  'demand mid, prices high, hours high',
  'demand high, prices low, hours low',
  'demand high, prices low, hours high',
  'demand high, prices high, hours low',
  'demand high, prices high, hours high',
];

describe('the table of regret', () => {
  it('is what each plan pays more than the best in each world, the least worst first', () => {
    const table = tableOf(contextOn([elastic, owned]));
    expect(table.worlds).toEqual(
      WORLDS.map((name, index) => ({
        name,
        best: 'eeeoeooo'.padEnd(12, 'e')[index] === 'e' ? 'elastic/a/3-zones' : 'owned/a/3-zones',
      })),
    );
    // too many nodes when little is asked; a quarter of the bill missing when much is: (1.25 × 25) ^ 1.2 = 62.2 % of it as a penalty
    expect(table.plans).toEqual([
      {
        candidate: 'elastic/a/3-zones',
        regretMicroUsd: [
          9_000_000, 9_000_000, 12_000_000, 12_000_000, 0, 0, 6_000_000, 12_000_000, 13_393_528, 13_393_528,
          17_858_038, 17_858_038,
        ],
        meanMicroUsd: 10_208_594,
        worstMicroUsd: 17_858_038,
      },
      {
        candidate: 'owned/a/3-zones',
        regretMicroUsd: [
          15_000_000,
          9_000_000,
          6_000_000,
          0,
          6_000_000,
          0,
          0,
          0,
          undefined,
          undefined,
          undefined,
          undefined,
        ],
        meanMicroUsd: undefined,
        worstMicroUsd: undefined,
      },
    ]);
  });

  it('leaves out the worlds that no plan can hold', () => {
    const { worlds, plans } = tableOf(contextOn([owned]));
    expect(worlds.map(({ name }) => name)).toEqual(WORLDS.slice(0, 8));
    expect(plans).toEqual([
      { candidate: 'owned/a/3-zones', regretMicroUsd: Array(8).fill(0), meanMicroUsd: 0, worstMicroUsd: 0 },
    ]);
  });

  it('never counts what is missing at less than its price', () => {
    // two in a thousand are missing, which the power would make less
    const table = tableOf(
      contextOn([{ ...elastic, bill: (cpu) => (cpu > 8 ? [1_002, 1_002, 1_002] : [1_000, 1_000, 1_000]) }]),
    );
    expect(table.plans[0]?.regretMicroUsd.slice(8)).toEqual([0, 0, 0, 0]);
  });

  it('takes what is missing at its price where the plan costs nothing', () => {
    const table = tableOf(contextOn([{ ...elastic, bill: (cpu) => (cpu > 8 ? [7, 7, 7] : [0, 0, 0]) }]));
    expect(table.plans[0]?.regretMicroUsd.slice(8)).toEqual([0, 0, 0, 0]);
  });

  it('plays the growth of the request, where it names one', () => {
    const sized: number[] = [];
    const table = tableOf(
      contextOn([{ ...elastic, sized: (cpu) => sized.push(cpu) }], {
        planning: { ...PLAIN.planning, growthPercentPerYear: 50, horizonMonths: 24 },
      }),
    );
    // once for the decision, and once for the middle and the end of the horizon
    expect(sized).toEqual([8, 12, 18]);
    expect(table.worlds).toHaveLength(12);
  });

  it('leaves out worlds of more demand than one cluster may be asked to hold', () => {
    const sized: number[] = [];
    const table = tableOf(
      contextOn([{ ...elastic, sized: (cpu) => sized.push(cpu) }], {
        planning: { ...PLAIN.planning, growthPercentPerYear: 1000, horizonMonths: 120 },
      }),
    );
    // 11 ^ 5 and 11 ^ 10 times as much are not even looked at
    expect(sized).toEqual([8]);
    expect(table.worlds.map(({ name }) => name)).toEqual([
      'demand low, prices low, hours low',
      'demand low, prices low, hours high',
      'demand low, prices high, hours low',
      'demand low, prices high, hours high',
    ]);
  });

  it('shows five, the winner among them even where it is regretted most', () => {
    // five that keep their price, and one that is cheapest only as asked
    const steady = [1, 2, 3, 4, 5].map(
      (number): ToyPlatform => ({
        id: `steady-${number}`,
        bill: () => [50, 50 + number, 60 + number],
        hours: 1,
      }),
    );
    const gamble: ToyPlatform = {
      id: 'gamble',
      bill: (cpu) => (cpu > 8 ? [90, 900, 999] : [40, 40, 900]),
      hours: 1,
    };
    const { plans } = tableOf(contextOn([...steady, gamble]));
    expect(plans.map(({ candidate }) => candidate)).toEqual([
      'steady-1/a/3-zones',
      'steady-2/a/3-zones',
      'steady-3/a/3-zones',
      'steady-4/a/3-zones',
      'gamble/a/3-zones',
    ]);
  });

  it('reckons through the 20 best and whoever else is on the Pareto front', () => {
    const sized = new Set<string>();
    const many = Array.from({ length: 60 }, (_, index): ToyPlatform => {
      const id = `p${String(index).padStart(2, '0')}`;
      return {
        id,
        // the last one is the dearest and takes the least hours
        hours: index === 59 ? 1 : 2,
        bill: () => [100 + index, 100 + index, 100 + index],
        sized: (cpu) => cpu !== 8 && sized.add(id),
      };
    });
    tableOf(contextOn(many));
    expect(sized.size).toBe(21);
    expect([sized.has('p19'), sized.has('p20'), sized.has('p59')]).toEqual([true, false, true]);
  });

  it('is not there where nothing is feasible', () => {
    const context = contextOn([elastic]);
    expect(regretOf([], [], context, context.profiles)).toBeUndefined();
  });

  it('is what reckoning each plan in each world by itself gives', () => {
    const arbitraryPlatform = fc.record({
      perNode: fc.integer({ min: 0, max: 9 }),
      size: fc.integer({ min: 1, max: 5 }),
      fixed: fc.integer({ min: 0, max: 40 }),
      hours: fc.integer({ min: 0, max: 9 }),
      most: fc.constantFrom(8, 9, 100),
      spread: fc.constantFrom(0, 0.1, 0.5),
    });
    fc.assert(
      fc.property(fc.array(arbitraryPlatform, { minLength: 1, maxLength: 5 }), (many) => {
        const platforms = many.map(
          ({ perNode, size, fixed, hours, most, spread }, index): ToyPlatform => ({
            id: `p${index}`,
            hours,
            bill: (cpu) => {
              const mid = fixed + Math.ceil(cpu / size) * perNode;
              return cpu > most ? undefined : [mid * (1 - spread), mid, mid * (1 + spread)];
            },
          }),
        );
        const context = contextOn(platforms);
        const { worlds, plans } = tableOf(context);
        const expected = naiveRegrets(platforms, demandFactors(context.cluster.planning));
        expect(worlds).toHaveLength(expected.find(({ regrets }) => regrets.length > 0)?.regrets.length ?? 0);
        for (const { candidate, regretMicroUsd } of plans) {
          const naive = expected.find(({ id }) => candidate === `${id}/a/3-zones`)?.regrets ?? [];
          expect(regretMicroUsd.map((one) => one !== undefined)).toEqual(
            naive.map((one) => one !== undefined),
          );
          for (const [index, regret] of regretMicroUsd.entries()) {
            if (regret === undefined) continue;
            expect(regret).toBeGreaterThanOrEqual(0);
            expect(Math.abs(regret / 1e6 - (naive[index] ?? 0))).toBeLessThan(1e-5);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** In dollars, from the definition. */
function naiveRegrets(
  platforms: readonly ToyPlatform[],
  factors: readonly number[],
): readonly { readonly id: string; readonly regrets: readonly (number | undefined)[] }[] {
  const rows = platforms.map(({ id }) => ({ id, regrets: [] as (number | undefined)[] }));
  for (const factor of factors) {
    for (const level of [0, 2] as const) {
      for (const hourFactor of [0.5, 1.5]) {
        const costs = platforms.map(({ bill, hours }) => {
          const planned = bill(8)?.[level] ?? 0;
          const needed = bill(8 * factor)?.[level];
          if (needed === undefined) return undefined;
          const missing = Math.max(0, needed - planned);
          const penalty =
            planned === 0 ? missing : (planned / 100) * (1.25 * (missing / planned) * 100) ** 1.2;
          return {
            asPlanned: planned + Math.max(missing, penalty) + hours * hourFactor,
            atBest: needed + hours * hourFactor,
          };
        });
        const best = Math.min(...costs.flatMap((cost) => cost?.atBest ?? []));
        if (best === Number.POSITIVE_INFINITY) continue;
        for (const [index, cost] of costs.entries()) rows[index]?.regrets.push(cost && cost.asPlanned - best);
      }
    }
  }
  return rows;
}
