import type { Assessment, Sizing } from '../../lib/decision/types';
import { buildRecord, renderJson, renderMarkdown, renderTable } from '../../lib/report';
import { CATALOG, CHOSEN, DECIDED, decisionOf, REQUEST } from './payments';

type Sized = Extract<Sizing, { kind: 'sized' }>;

const SIZED = CHOSEN.sizing as Sized;

const ROUGH: Partial<Sized> = {
  nodesMicroUsd: 1_727_952_000,
  lowerBoundMicroUsd: 1_600_000_000,
  packing: { lowerBoundNodes: 5, nodes: 6, searched: 'best-found' },
};

function recordOf(more: Partial<Sized>) {
  const chosen: Assessment = { ...CHOSEN, sizing: { ...SIZED, ...more } };
  return buildRecord(
    decisionOf({ api: { ...DECIDED, assessments: [chosen, ...DECIDED.assessments.slice(1)] } }),
    REQUEST,
    CATALOG,
  );
}

test('says of a size that is only the best found by how much the cheapest could undercut it', () => {
  const record = recordOf(ROUGH);
  expect(record.clusters[0]?.chosen?.size).toEqual({
    searched: 'best-found',
    nodesMicroUsd: 1_727_952_000,
    leastMicroUsd: 1_600_000_000,
    // 7.997 %, and never less than it is
    mostAbovePercent: 8,
  });
  expect(renderTable(record, { width: 100 })).toContain(`
  examined.
  The size is the best that was found among more mixes of machines than were tried: its nodes cost
  $1,727.95 a month, at most 8 % above the cheapest, as no mix of machines costs less than
  $1,600.00.
  Asked:`);
  expect(renderMarkdown(record)).toContain(`
Holds 47.46 vCPU, 170 GiB, 660 pods; with its largest zone lost 31.64 vCPU, 113.3 GiB, 440 pods.

The size is the best that was found among more mixes of machines than were tried: its nodes cost $1,727.95 a month, at most 8 % above the cheapest, as no mix of machines costs less than $1,600.00.
`);
  expect(renderJson(record)).toContain('"mostAbovePercent": 8');
});

test.each([
  [1_600_000_000, 0],
  [1_600_000_001, 0.1],
  [1_601_600_000, 0.1],
  [1_601_600_001, 0.2],
  [4_800_000_000, 200],
])('rounds up how far %i is above the least', (nodesMicroUsd, mostAbovePercent) => {
  expect(recordOf({ ...ROUGH, nodesMicroUsd }).clusters[0]?.chosen?.size?.mostAbovePercent).toBe(
    mostAbovePercent,
  );
});

test('claims no distance where nothing is known to be cheapest', () => {
  const record = recordOf({ ...ROUGH, lowerBoundMicroUsd: 0 });
  expect(record.clusters[0]?.chosen?.size?.mostAbovePercent).toBeUndefined();
  expect(renderMarkdown(record)).toContain(
    'its nodes cost $1,727.95 a month, how far it is from the cheapest is not known.',
  );
});

test.each([
  ['every mix was looked at', { ...ROUGH, packing: { lowerBoundNodes: 5, nodes: 6, searched: 'all' } }],
  ['sums alone were asked for', { ...ROUGH, packing: undefined }],
] as const)('says nothing where %s', (_, more) => {
  const record = recordOf(more);
  expect(record.clusters[0]?.chosen?.size?.searched).toBe('all');
  expect(renderTable(record, { width: 100 })).not.toContain('best that was found');
  expect(renderMarkdown(record)).not.toContain('best that was found');
});

test('says nothing of pools that nobody searched for, such as those of a lock or of own machines', () => {
  const record = recordOf({});
  expect(record.clusters[0]?.chosen?.size).toBeUndefined();
  expect(renderTable(record, { width: 100 })).not.toContain('best that was found');
});
