import { cheapestMix } from '../../../lib/decision/capacity/cheapest-mix';
import { packs } from '../../../lib/decision/capacity/first-fit';
import type { MixProblem, NodeShape } from '../../../lib/decision/capacity/mix';
import type { Packing } from '../../../lib/decision/capacity/packing';
import { text } from './brute-force';
import { ACCELERATED, FAMILIES, holding, manySizes, only, withAccelerators } from './pods-of-many-sizes';

type Question = MixProblem & { readonly packings: readonly Packing[] };

/**
 * Mixes that were found. Where not all could be tried, another way of searching may find others, and cheaper ones; but the same question
 * must not be answered in another way by accident, for then an update of this library replaces nodes of clusters that run.
 */
describe('a mix for pods of many sizes', () => {
  it.each<[string, 'all' | 'best-found', Question, readonly NodeShape[]]>([
    ['c16×6 c4×14 = 40 nodes, 9424000', 'best-found', holding(manySizes(3, 3), 2), FAMILIES],
    ['c16×40 c4×90 = 260 nodes, 62000000', 'best-found', holding(manySizes(3, 20), 2), FAMILIES],
    ['c8×23 r4×10 = 66 nodes, 15328000', 'best-found', holding(manySizes(5, 3), 2), FAMILIES],
    ['c8×104 r4×44 = 444 nodes, 103248000', 'best-found', holding(manySizes(5, 20), 3), FAMILIES],
    ['c4×3 m8×15 = 36 nodes, 9624000', 'all', holding(manySizes(8), 2), FAMILIES],
    ['c16×26 m4×102 = 128 nodes, 27992000', 'best-found', holding(manySizes(8, 3), 1), FAMILIES],
    [
      'm4×90 m8×280 = 740 nodes, 192400000',
      'best-found',
      holding(manySizes(8, 20), 2),
      only('c8', 'm4', 'm8', 'm16'),
    ],
    ['c8×2 m16×11 = 26 nodes, 14016000', 'all', holding(manySizes(13), 2), only('c8', 'm4', 'm8', 'm16')],
    ['c8×20 m8×8 = 56 nodes, 14656000', 'best-found', holding(manySizes(13), 2), FAMILIES],
    ['c8×233 m8×128 = 1083 nodes, 287016000', 'best-found', holding(manySizes(13, 20), 3), FAMILIES],
    ['c16×36 m16×32 = 136 nodes, 73600000', 'best-found', holding(manySizes(20, 3), 2), FAMILIES],
    [
      'm16×60 m4×16 = 152 nodes, 75776000',
      'best-found',
      holding(manySizes(20, 3), 2),
      only('c8', 'm4', 'm16'),
    ],
    ['c8×35 m16×15 = 100 nodes, 35120000', 'all', holding(manySizes(30), 2), only('c8', 'm4', 'm16')],
    ['c8×779 m16×256 = 2070 nodes, 689488000', 'best-found', holding(manySizes(30, 20), 2), FAMILIES],
    ['c8×75 m16×12 = 174 nodes, 51408000', 'best-found', holding(manySizes(45), 2), FAMILIES],
    ['c8×190 m8×80 = 270 nodes, 70800000', 'best-found', holding(manySizes(60), 1), FAMILIES],
    ['c8×475 = 950 nodes, 235600000', 'best-found', holding(manySizes(60, 3), 2), FAMILIES],
    ['c8×73 m16×32 = 210 nodes, 74096000', 'best-found', holding(manySizes(60), 2), only('c8', 'm4', 'm16')],
    [
      'c4×8 m8×36 = 44 nodes, 11648000',
      'best-found',
      holding(manySizes(10), 1, { spareNode: true }),
      FAMILIES,
    ],
    [
      'c4×41 m8×176 = 217 nodes, 57180000',
      'best-found',
      holding(manySizes(10, 5), 1, { spareNode: true }),
      FAMILIES,
    ],
    [
      'm16×128 m4×48 = 176 nodes, 82880000',
      'best-found',
      holding(manySizes(25, 3), 1, { spareNode: true }),
      FAMILIES,
    ],
    ['g16×3 g8×1 = 8 nodes, 16800000', 'all', holding(withAccelerators(4), 2), ACCELERATED],
    ['g16×23 = 46 nodes, 110400000', 'all', holding(withAccelerators(9, 3), 2), ACCELERATED],
    [
      'g16×46 g8×1 = 47 nodes, 111600000',
      'all',
      holding(withAccelerators(9, 3), 1, { spareNode: true }),
      ACCELERATED,
    ],
    ['g16×40 g4×4 = 132 nodes, 295200000', 'best-found', holding(withAccelerators(30, 2), 3), ACCELERATED],
  ])('is %s, of which %s was searched', (expected, searched, question, shapes) => {
    const mix = cheapestMix(question, shapes);
    expect([text(mix), mix?.searched]).toEqual([expected, searched]);
    const zone = (mix?.entries ?? [])
      .map(({ shape: { offers, gpus = 0 }, perZone }) => ({ offers, gpus, count: perZone }))
      .sort(
        (left, right) =>
          right.offers.milliCpu - left.offers.milliCpu || right.offers.memoryMib - left.offers.memoryMib,
      );
    const moments = question.spareNode
      ? zone.map((lost) => zone.map((bins) => (bins === lost ? { ...bins, count: bins.count - 1 } : bins)))
      : [zone];
    for (const moment of moments) {
      for (const { zones, groups } of question.packings) {
        expect(packs(Array(zones).fill(moment), groups)).toBe(true);
      }
    }
  });
});
