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
const each = (test: (provider: string) => string) => ['aws', 'gcp', 'azure'].map(test);
const services = ['eks', 'gke', 'aks', 'ec2'];
const priced = Object.entries(catalog.machinePrices);
const rows = priced.flatMap(([key, prices]) => prices.map((price) => ({ ...price, key })));

describe('docs/catalog.md', () => {
  it.each([
    ['regions', each((provider) => count(catalog.regions, (region) => region.provider === provider))],
    [
      'of these restricted (government, China, sovereign, secret)',
      each((provider) =>
        count(catalog.regions, (region) => region.provider === provider && region.restricted),
      ),
    ],
    [
      'machine types',
      each((provider) => count(catalog.machineTypes, (machine) => machine.provider === provider)),
    ],
    ['regions with machine prices', each((provider) => count(priced, ([key]) => key.startsWith(provider)))],
    [
      'price rows (machine type in a region)',
      each((provider) => count(rows, (price) => price.key.startsWith(provider))),
    ],
    [
      'regions with other rates (NAT, load balancer, disk, keys, logs)',
      each((provider) => count(Object.keys(catalog.rates), (key) => key.startsWith(provider))),
    ],
    [
      'of these with a price of egress',
      each((provider) =>
        count(
          Object.entries(catalog.rates),
          ([key, rates]) => key.startsWith(provider) && rates.egress.length > 0,
        ),
      ),
    ],
    [
      'compliance facts of EKS, GKE, AKS',
      ['eks', 'gke', 'aks'].map((service) => count(catalog.compliance, (fact) => fact.service === service)),
    ],
    [
      'Kubernetes versions with support dates',
      ['eks', 'gke', 'aks'].map((platform) =>
        count(catalog.kubernetes, (support) => support.platform === platform),
      ),
    ],
    ...(['proven', 'unknown', 'refuted'] as const).map((status): [string, string[]] => [
      status,
      services.map((service) =>
        count(catalog.compliance, (fact) => fact.service === service && fact.status === status),
      ),
    ]),
  ])('counts %s as the catalogue does', (start, expected) => {
    expect(row(start).slice(2, 2 + expected.length)).toEqual(expected);
  });

  it.each([
    [
      'single prices',
      `${rows.flatMap((p) => [p.onDemand, p.spot, p.committed1y, p.committed3y]).filter(Boolean).length} single prices`,
    ],
    ['the day', `put together on ${catalog.asOf}`],
    ['the power usage effectiveness', `premises: ${catalog.onPrem.pue.value}.`],
    [
      'rows without spot',
      `${count(rows, (price) => price.key.startsWith('aws') && price.spot === undefined)} rows have none`,
    ],
    [
      'repaired prices',
      `${count(rows, (price) => price.source === 'azure-vm-repaired')} prices of \`D*as_v5\` were repaired`,
    ],
    [
      'regions of Azure without zones',
      `${count(catalog.regions, (region) => region.zones === 0)} Azure regions have no zones`,
    ],
    [
      'the price of Auto Mode and the credit',
      `about ${catalog.eksAutoPercent.value} % of the on-demand price`,
    ],
    ['regions with Autopilot prices', `${Object.keys(catalog.autopilot).length} regions`],
    [
      'unknown zones',
      `Zones of ${count(catalog.regions, (region) => region.provider === 'aws' && region.zones === undefined)} AWS regions are unknown`,
    ],
    [
      'unknown egress and disk prices',
      `unknown in ${count(Object.entries(catalog.rates), ([key, rates]) => key.startsWith('aws') && rates.egress.length === 0)} AWS regions and the gp3 price in ${count(
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
  ])('states %s as the catalogue does', (_what, expected) => {
    expect(doc.replace(/\s+/g, ' ')).toContain(expected);
  });

  it('states the hours of every platform', () => {
    const totals = new Map<string, number>();
    for (const { platform, hoursPerMonth } of catalog.hours) {
      totals.set(platform, (totals.get(platform) ?? 0) + hoursPerMonth);
    }
    for (const [platform, hours] of totals) {
      expect([platform, row(`\`${platform}\``)[2]]).toEqual([platform, String(hours)]);
    }
    expect(doc.match(/^\| `[a-z0-9-]+` \| \d+ \|$/gm)?.length).toBe(totals.size);
  });

  it('dates the price lists as their sources do', () => {
    const dateOf = (id: string) => catalog.sources.find((source) => source.id === id)?.asOf;
    expect([...doc.matchAll(/AWS machine prices are of (\S+?)\.?\*\*/g)].map((match) => match[1])).toEqual([
      dateOf('aws-ec2'),
    ]);
    expect([...doc.matchAll(/spot prices are estimates of ([\d-]+)/g)].map((match) => match[1])).toEqual([
      dateOf('aws-spot'),
    ]);
    expect([...doc.matchAll(/AWS network prices are of ([\d-]+)/g)].map((match) => match[1])).toEqual([
      dateOf('aws-network'),
    ]);
    expect([...doc.matchAll(/Google prices are of ([\d-]+)/g)].map((match) => match[1])).toEqual([
      dateOf('gcp-compute'),
    ]);
    expect([...doc.matchAll(/Azure machine prices are of ([\d-]+)/g)].map((match) => match[1])).toEqual([
      dateOf('azure-vm'),
    ]);
  });
});
