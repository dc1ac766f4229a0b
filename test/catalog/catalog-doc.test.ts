import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedCatalog } from '../../lib/catalog';

const doc = readFileSync(join(__dirname, '../../docs/catalog.md'), 'utf8');
const catalog = embeddedCatalog();

/** Cells of the table row that starts with this text. */
function row(start: string): readonly string[] {
  const line = doc.split('\n').find((text) => text.startsWith(`| ${start} |`));
  return (line ?? '').split('|').map((cell) => cell.trim());
}

const count = <T>(items: readonly T[], test: (item: T) => boolean) => String(items.filter(test).length);
const both = (test: (provider: 'aws' | 'gcp') => string) => [test('aws'), test('gcp')];
const priced = Object.entries(catalog.machinePrices);
const rows = priced.flatMap(([key, prices]) => prices.map((price) => ({ ...price, key })));

describe('docs/catalog.md', () => {
  it.each([
    ['regions', both((provider) => count(catalog.regions, (region) => region.provider === provider))],
    [
      'of these restricted (government, China, sovereign, secret)',
      both((provider) =>
        count(catalog.regions, (region) => region.provider === provider && region.restricted),
      ),
    ],
    [
      'machine types',
      both((provider) => count(catalog.machineTypes, (machine) => machine.provider === provider)),
    ],
    ['regions with machine prices', both((provider) => count(priced, ([key]) => key.startsWith(provider)))],
    [
      'price rows (machine type in a region)',
      both((provider) => count(rows, (price) => price.key.startsWith(provider))),
    ],
    [
      'regions with other rates (NAT, load balancer, disk, egress, keys)',
      both((provider) => count(Object.keys(catalog.rates), (key) => key.startsWith(provider))),
    ],
    [
      'compliance facts',
      ['eks', 'gke'].map((service) => count(catalog.compliance, (fact) => fact.service === service)),
    ],
    [
      'Kubernetes versions with support dates',
      ['eks', 'gke'].map((platform) => count(catalog.kubernetes, (support) => support.platform === platform)),
    ],
    ...(['proven', 'unknown', 'refuted'] as const).map((status): [string, string[]] => [
      status,
      ['eks', 'gke'].map((service) =>
        count(catalog.compliance, (fact) => fact.service === service && fact.status === status),
      ),
    ]),
  ])('counts %s as the catalogue does', (start, expected) => {
    expect(row(start).slice(2, 4)).toEqual(expected);
  });

  it.each([
    [
      'single prices',
      `${rows.flatMap((p) => [p.onDemand, p.spot, p.committed1y, p.committed3y]).filter(Boolean).length} single prices`,
    ],
    ['the day', `put together on ${catalog.asOf}`],
    [
      'hours',
      `${['eks', 'gke', 'on-prem']
        .map((platform) =>
          catalog.hours
            .filter((line) => line.platform === platform)
            .reduce((sum, line) => sum + line.hoursPerMonth, 0),
        )
        .join(' ')}`,
    ],
    ['the power usage effectiveness', `premises: ${catalog.onPrem.pue.value}.`],
    ['rows without spot', `${count(rows, (price) => price.spot === undefined)} rows have none`],
    [
      'unknown zones',
      `Zones of ${count(catalog.regions, (region) => region.zones === undefined)} AWS regions are unknown`,
    ],
    [
      'unknown egress and disk prices',
      `unknown in ${count(Object.values(catalog.rates), (rates) => !rates.egressGib)} AWS regions and the gp3 price in ${count(
        Object.values(catalog.rates),
        (rates) => !rates.storageGibMonth,
      )}`,
    ],
    [
      'the region with few types',
      `\`asia-southeast3\` has prices for ${catalog.machinePrices['gcp/asia-southeast3']?.length} types`,
    ],
    [
      'the zones assumed',
      catalog.regions
        .filter((region) => region.source === 'gcp-regions-zones-assumed')
        .map((region) => region.id)
        .join(', '),
    ],
  ])('states %s as the catalogue does', (what, expected) => {
    const text = doc.replace(/\s+/g, ' ');
    const hours = /(\d+) a month on EKS, (\d+) on GKE, (\d+) on premises/.exec(text);
    expect(what === 'hours' ? hours?.slice(1).join(' ') : text).toContain(expected);
  });

  it('dates the price lists as their sources do', () => {
    const dateOf = (id: string) => catalog.sources.find((source) => source.id === id)?.asOf;
    expect([...doc.matchAll(/machine prices are of (\S+?)\.?\*\*/g)].map((match) => match[1])).toEqual([
      dateOf('aws-ec2'),
    ]);
    expect([...doc.matchAll(/spot prices are estimates of ([\d-]+)/g)].map((match) => match[1])).toEqual([
      dateOf('aws-spot'),
    ]);
    expect([...doc.matchAll(/network prices are of ([\d-]+)/g)].map((match) => match[1])).toEqual([
      dateOf('aws-network'),
    ]);
    expect([...doc.matchAll(/Google prices are of ([\d-]+)/g)].map((match) => match[1])).toEqual([
      dateOf('gcp-compute'),
    ]);
  });
});
