import { embeddedCatalog } from '../../../lib/catalog';
import { decide } from '../../../lib/decision';
import { cheapestMix } from '../../../lib/decision/capacity/cheapest-mix';
import { packs } from '../../../lib/decision/capacity/first-fit';
import type { Workload } from '../../../lib/decision/request/types';
import { PLAIN, requestOf } from '../requests';
import { text } from './brute-force';
import { FAMILIES, holding, manySizes } from './pods-of-many-sizes';

const CATALOG = embeddedCatalog();

describe('a mix for many pods', () => {
  it('is searched whole for a few shapes, and said to be the best found for many', () => {
    expect([3, 60].map((count) => cheapestMix(holding(manySizes(count), 2), FAMILIES)?.searched)).toEqual([
      'all',
      'best-found',
    ]);
  });

  it('packs, and costs little more than what the sums alone would although a third is kept apart', () => {
    const question = holding(manySizes(60), 2);
    const mix = cheapestMix(question, FAMILIES);
    const zone = (mix?.entries ?? [])
      .map(({ shape: { offers }, perZone }) => ({ offers, gpus: 0, count: perZone }))
      .sort(
        (left, right) =>
          right.offers.milliCpu - left.offers.milliCpu || right.offers.memoryMib - left.offers.memoryMib,
      );
    expect(question.packings.map(({ groups: all }) => packs([zone, zone], all))).toEqual([true]);
    const bySums = cheapestMix({ ...question, packings: undefined }, FAMILIES)?.monthlyMicroUsd ?? 0;
    expect((mix?.monthlyMicroUsd ?? 0) / bySums).toBeGreaterThanOrEqual(1);
    expect((mix?.monthlyMicroUsd ?? 0) / bySums).toBeLessThan(1.25);
  });

  it('does not depend on what was asked before', () => {
    const fresh = text(cheapestMix(holding(manySizes(40), 2), FAMILIES));
    const question = holding(manySizes(40), 2);
    for (const percent of [90, 110, 130]) {
      const elsewhere = FAMILIES.map((item, index) => ({
        ...item,
        monthlyMicroUsd: Math.round((item.monthlyMicroUsd * (index % 2 === 0 ? percent : 100)) / 100),
      }));
      cheapestMix(question, elsewhere);
      cheapestMix(question, elsewhere.toReversed());
    }
    expect(text(cheapestMix(question, FAMILIES))).toBe(fresh);
  });
});

it('sizes 150,000 pods, a thousand shapes and the largest totals everywhere in seconds', () => {
  const workload = (more: Partial<Workload>): Workload => ({
    ...{ replicas: 1, cpu: 0.1, memoryGib: 0.25, gpus: 0, spread: 'zones', interruptible: false },
    ...more,
  });
  const thousand = manySizes(1_000).map(({ name, milliCpu, memoryMib, replicas, spread }) => [
    name,
    workload({ replicas, cpu: milliCpu / 1_000, memoryGib: memoryMib / 1_024, spread }),
  ]);
  const bombs = {
    replicas: {
      a: workload({ replicas: 110_000 }),
      b: workload({ replicas: 40_000, cpu: 0.2, spread: 'none' }),
    },
    shapes: Object.fromEntries(thousand),
    totals: {},
  };
  for (const workloads of Object.values(bombs)) {
    const capacity = { workloads, cpu: 1_000_000, memoryGib: 10_000_000, pods: 150_000, headroomPercent: 10 };
    const begin = process.cpuUsage();
    const cluster = { ...PLAIN, capacity: { ...PLAIN.capacity, ...capacity } };
    decide(requestOf({ api: cluster }), CATALOG, { explain: false });
    const { user, system } = process.cpuUsage(begin);
    expect((user + system) / 1e6).toBeLessThan(20);
  }
});
