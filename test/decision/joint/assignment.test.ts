import fc from 'fast-check';
import { leastAssignment } from '../../../lib/decision/joint/assignment';

const NONE = Number.POSITIVE_INFINITY;

function bruteForce([row, ...rest]: readonly (readonly number[])[], taken: readonly number[] = []): number {
  if (row === undefined) return 0;
  return Math.min(
    ...row.map((cost, column) =>
      taken.includes(column) ? NONE : cost + bruteForce(rest, [...taken, column]),
    ),
  );
}

describe('leastAssignment', () => {
  it.each<[string, readonly (readonly number[])[], number]>([
    ['nothing costs nothing', [], 0],
    ['one row takes its cheapest', [[3, 1, 2]], 1],
    [
      'two that want the same are parted',
      [
        [1, 5],
        [1, 2],
      ],
      3,
    ],
    ['there are too few columns', [[1], [1]], NONE],
    [
      'two can have only the same',
      [
        [1, NONE],
        [1, NONE],
      ],
      NONE,
    ],
    [
      'one can have nothing',
      [
        [NONE, NONE],
        [1, 1],
      ],
      NONE,
    ],
  ])('%s', (_name, costs, least) => {
    expect(leastAssignment(costs)).toBe(least);
  });

  it('is the least of all assignments', () => {
    const cell = fc.oneof({ weight: 4, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.constant(NONE) });
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(matrix, (costs) => {
        expect(leastAssignment(costs)).toBe(bruteForce(costs));
      }),
      { numRuns: 300 },
    );
  });
});
