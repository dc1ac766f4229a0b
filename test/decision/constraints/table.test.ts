import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constraintsFor } from '../../../lib/decision';
import { clusterWith } from './evaluate';

const ROOT = join(__dirname, '../../..');
const FOLDER = join(ROOT, 'lib/decision/constraints');

/** Files of the folder that hold no constraint of their own. */
const SHARED = [
  'all.ts',
  'allow-deny.ts',
  'egress-words.ts',
  'finding.ts',
  'override.ts',
  'pool-machines.ts',
  'residency-of.ts',
  'shared.ts',
];

const rules = () =>
  constraintsFor(clusterWith({ security: { compliance: [{ regime: '<regime>', evidence: [] }] } }));

/** Rows of the table whose head begins with these cells. */
function tableBelow(head: string): readonly string[] {
  const lines = readFileSync(join(ROOT, 'docs/decision.md'), 'utf8').split('\n');
  const start = lines.findIndex((line) => line.startsWith(head));
  const rest = lines.slice(start + 2);
  return rest.slice(
    0,
    rest.findIndex((line) => !line.startsWith('|')),
  );
}

describe('the constraints', () => {
  it('stand in the page about decisions with id, title, level and rationale, in their order', () => {
    expect(tableBelow('| id | title | level | why |')).toEqual(
      rules().map(({ id, title, level, rationale }) => `| \`${id}\` | ${title} | ${level} | ${rationale} |`),
    );
  });

  it('have a file each, named after their id', () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts') && !SHARED.includes(file));
    const named = rules().map(({ id }) => `${id.replace('/<regime>', '')}.ts`);
    expect([...named].sort()).toEqual([...files].sort());
  });

  it('have an id each, which is public and does not change', () => {
    expect(rules().map(({ id }) => id)).toEqual([
      'public-cloud-allowed',
      'platform-allowed',
      'place-allowed',
      'region-open',
      'construct-available',
      'data-residency',
      'control-plane-residency',
      'backup-residency',
      'telemetry-residency',
      'operator-law',
      'compliance/<regime>',
      'private-api',
      'customer-managed-keys',
      'air-gap',
      'tenancy',
      'control-plane-availability',
      'zones',
      'internet-egress',
      'link-reach',
      'link-latency',
      'network-overlap',
      'kubernetes-version',
      'prices-known',
      'capacity',
      'machine-quota',
      'addresses',
      'price-age',
      'money-budget',
      'hours-budget',
      'stale-prices',
    ]);
  });

  it('look at the place alone, or at the candidate', () => {
    expect(
      rules()
        .filter(({ dependsOn }) => dependsOn === 'place')
        .map(({ id }) => id),
    ).toEqual([
      'public-cloud-allowed',
      'place-allowed',
      'region-open',
      'data-residency',
      'operator-law',
      'link-reach',
      'link-latency',
    ]);
  });
});
