import { type Partition, partitionsOf } from '../../../lib/decision/joint/groups';
import { networkOf } from '../../../lib/decision/joint/network';
import type { JointProblem } from '../../../lib/decision/joint/types';
import { problem } from './problems';

const partitions = (some: JointProblem): readonly Partition[] => partitionsOf(some.clusters, networkOf(some));

const CLUSTERS = {
  a: ['aws/r1/EU 1', 'aws/r2/US 2', 'site/s1/EU 3'],
  b: ['aws/r1/EU 1', 'gcp/g1/EU 2'],
  c: ['site/s1/EU 1', 'site/s2/CH 2'],
};

describe('clusters in groups of which no two may be alike', () => {
  it('are none where nothing keeps any two apart', () => {
    expect(partitions(problem({ a: CLUSTERS.a, b: CLUSTERS.b }))).toEqual([]);
  });

  it('have a column for each place that two must not share', () => {
    expect(partitions(problem({ a: CLUSTERS.a, b: CLUSTERS.b }, [['a', 'b', 'region']]))).toEqual([
      {
        groups: [[0, 1]],
        columns: [
          [0, 1, 2],
          [0, 3],
        ],
        columnCount: 4,
      },
      {
        groups: [[0, 1]],
        columns: [
          [0, 0, 1],
          [2, 2],
        ],
        columnCount: 3,
      },
    ]);
  });

  it('have a column for each provider, and one for each jurisdiction, that two must not share', () => {
    expect(
      partitions(problem({ a: CLUSTERS.a, b: CLUSTERS.b }, [['a', 'b', 'provider', 'jurisdiction']])).slice(
        0,
        2,
      ),
    ).toEqual([
      {
        groups: [[0, 1]],
        columns: [
          [0, 0, 1],
          [0, 2],
        ],
        columnCount: 3,
      },
      {
        groups: [[0, 1]],
        columns: [
          [0, 1, 0],
          [0, 0],
        ],
        columnCount: 2,
      },
    ]);
    const kinds = (separation: 'provider' | 'jurisdiction' | 'region'): number =>
      partitions(problem({ a: CLUSTERS.a, b: CLUSTERS.b }, [['a', 'b', separation]])).length;
    expect([kinds('provider'), kinds('jurisdiction'), kinds('region')]).toEqual([3, 3, 2]);
  });

  it('have a column for each site that rivals must not share, and one of their own for all else', () => {
    expect(partitions(problem(CLUSTERS))).toEqual([
      {
        groups: [[0, 2], [1]],
        columns: [
          [0, 0, 1],
          [2, 2],
          [1, 3],
        ],
        columnCount: 4,
      },
    ]);
  });

  it('are together only where every two of them are kept apart', () => {
    const places = ['aws/r1/EU 1', 'aws/r2/EU 2', 'aws/r3/EU 3'];
    const four = { a: places, b: places, c: places, d: places };
    const [byPlace] = partitions(
      problem(four, [
        ['a', 'c', 'region'],
        ['b', 'c', 'region'],
        ['b', 'd', 'region'],
        ['c', 'd', 'region'],
      ]),
    );
    expect(byPlace?.groups).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });
});
