import { type EgressTier, embeddedCatalog, type ProviderId, type Rate, ratesOf } from '../../lib/catalog';
import awsRates from '../../lib/catalog/data/aws-rates.json';
import gcpRates from '../../lib/catalog/data/gcp-rates.json';

const catalog = embeddedCatalog();

/** `amount/unit kind`, with the range where there is one. */
function brief({ microUsd, per, kind, range }: Rate): string {
  return `${microUsd}/${per} ${kind}${range ? ` ${range.low}..${range.high}` : ''}`;
}

const steps = (tiers: readonly EgressTier[]) =>
  tiers.map(({ uptoGib, rate }) => `${uptoGib ?? 'above'}: ${rate.microUsd} ${rate.kind}`);

/** Every rate but egress in short, nothing where no figure is known. */
function flat(provider: ProviderId, region: string) {
  const { egress, ...rates } = ratesOf(catalog, provider, region) ?? { egress: [] };
  return Object.fromEntries(Object.entries(rates).map(([name, rate]) => [name, rate && brief(rate)]));
}

const egress = (provider: ProviderId, region: string) =>
  steps(ratesOf(catalog, provider, region)?.egress ?? []);

const places = Object.entries(catalog.rates);

describe('the rates of a region', () => {
  it('are list prices in the AWS region they were read for', () => {
    expect(flat('aws', 'us-east-1')).toEqual({
      natHour: '45000/hour list',
      natVmHour: undefined,
      natGib: '45000/gib list',
      loadBalancerHour: '22500/hour list',
      crossZoneGib: '10000/gib list',
      storageGibMonth: '80000/gib-month list',
      keyMonth: '1000000/month list',
      privateEndpointHour: '10000/hour list',
      privateEndpointGib: '10000/gib list',
      loadBalancerUnitHour: '6000/hour list 6000..8000',
      loadBalancerGib: undefined,
      publicIpv4Hour: '5000/hour list',
      logGib: '500000/gib list',
    });
  });

  it('are estimates elsewhere on AWS, but for what was read per region or holds everywhere', () => {
    expect(flat('aws', 'eu-central-1')).toEqual({
      natHour: '45000/hour estimate',
      natVmHour: undefined,
      natGib: '45000/gib estimate',
      loadBalancerHour: '22500/hour estimate',
      crossZoneGib: '10000/gib list',
      storageGibMonth: '95200/gib-month list',
      keyMonth: '1000000/month estimate',
      privateEndpointHour: '10000/hour estimate',
      privateEndpointGib: '10000/gib estimate',
      loadBalancerUnitHour: '6000/hour estimate 6000..8000',
      loadBalancerGib: undefined,
      publicIpv4Hour: '5000/hour list',
      logGib: '500000/gib estimate 500000..760000',
    });
    expect(flat('aws', 'us-gov-west-1').publicIpv4Hour).toBe('5000/hour estimate');
  });

  it('on Google Cloud carry the upper end of the range of a forwarding rule', () => {
    expect(flat('gcp', 'europe-west3')).toEqual({
      natHour: '44800/hour list',
      natVmHour: '1400/hour list',
      natGib: '45000/gib list',
      loadBalancerHour: '25000/hour estimate 10000..25000',
      crossZoneGib: '10000/gib list',
      storageGibMonth: '120000/gib-month list',
      keyMonth: '60000/month list',
      privateEndpointHour: undefined,
      privateEndpointGib: undefined,
      loadBalancerUnitHour: undefined,
      loadBalancerGib: '8000/gib estimate',
      publicIpv4Hour: '5000/hour list',
      logGib: '500000/gib estimate',
    });
  });

  it('on Azure are list prices in eastus at most, and estimates elsewhere', () => {
    const eastus = {
      natHour: '45000/hour list',
      natVmHour: undefined,
      natGib: '45000/gib list',
      loadBalancerHour: '10000/hour estimate',
      crossZoneGib: '0/gib estimate 0..10000',
      storageGibMonth: '75000/gib-month estimate 75000..154000',
      keyMonth: '0/month estimate 0..1000000',
      privateEndpointHour: '10000/hour list',
      privateEndpointGib: '10000/gib list',
      loadBalancerUnitHour: undefined,
      loadBalancerGib: '5000/gib list',
      publicIpv4Hour: '5000/hour list',
      logGib: '2300000/gib estimate 2300000..2990000',
    };
    expect(flat('azure', 'eastus')).toEqual(eastus);
    expect(flat('azure', 'westeurope')).toEqual(
      JSON.parse(JSON.stringify(eastus).replaceAll(' list', ' estimate')),
    );
  });

  it('make the price of a NAT gateway the 32-fold of that of one VM on Google Cloud', () => {
    const rates = ratesOf(catalog, 'gcp', 'us-central1');
    expect(rates?.natHour?.microUsd).toBe(32 * (rates?.natVmHour?.microUsd ?? 0));
  });

  it('are unknown in China, the sovereign, the secret and the Azure government partitions', () => {
    const without = catalog.regions.filter((region) => !ratesOf(catalog, region.provider, region.id));
    expect([...new Set(without.map((region) => region.partition))]).toEqual([
      'aws-cn',
      'aws-iso-e',
      'aws-eusc',
      'aws-iso',
      'aws-iso-b',
      'aws-iso-f',
      'azure-us-gov',
    ]);
    expect(places.length).toBe(140);
  });

  it('leave the price of a disk unknown where it was read for other regions only', () => {
    expect(places.filter(([, rates]) => !rates.storageGibMonth).map(([place]) => place)).toEqual([
      'aws/ap-east-2',
      'aws/ap-southeast-5',
      'aws/ap-southeast-6',
      'aws/ap-southeast-7',
      'aws/me-west-1',
      'aws/mx-central-1',
      'aws/sa-west-1',
    ]);
  });

  it('are integers, and nothing but traffic between zones and keys of Azure is free', () => {
    const all = places.flatMap(([place, { egress: tiers, ...rates }]) => [
      ...tiers.map(({ rate }) => ({ place, name: 'egress', rate })),
      ...Object.entries(rates).flatMap(([name, rate]) => (rate ? [{ place, name, rate }] : [])),
    ]);
    expect(all.length).toBe(1756);
    expect(all.filter(({ rate }) => !Number.isSafeInteger(rate.microUsd) || rate.microUsd < 0)).toEqual([]);
    const free = all.filter(({ rate }) => rate.microUsd === 0);
    expect(new Set(free.map(({ place, name }) => `${place.replace(/\/.*/, '')} ${name}`))).toEqual(
      new Set(['azure crossZoneGib', 'azure keyMonth']),
    );
  });

  it('lie within their range', () => {
    const ranged = places
      .flatMap(([, { egress: tiers, ...rates }]) => [
        ...tiers.map((tier) => tier.rate),
        ...Object.values(rates),
      ])
      .filter((rate) => rate?.range);
    expect(ranged.length).toBe(385);
    expect(
      ranged.filter(
        (rate) => rate?.range && (rate.range.low > rate.microUsd || rate.range.high < rate.microUsd),
      ),
    ).toEqual([]);
  });
});

describe('the steps of egress', () => {
  it('keep the columns that the code reads', () => {
    expect(awsRates.columns).toEqual([
      'storageGibMonth (gp3)',
      'egressGib (first 10 TiB)',
      'egressGib (next 40 TiB)',
      'egressGib (next 100 TiB)',
      'egressGib (above 150 TiB)',
    ]);
    expect(gcpRates.columns).toEqual([
      'storageGibMonth (pd-balanced)',
      'egressGib (first TiB, worldwide but China and Australia)',
      'egressGib (1 to 10 TiB)',
      'egressGib (above 10 TiB)',
    ]);
    const rows: readonly (readonly unknown[])[] = Object.values(awsRates.microUsd);
    expect(rows.filter((row) => row.length !== 5)).toEqual([]);
    expect(Object.values(gcpRates.microUsd).filter((row) => row.length !== 4)).toEqual([]);
  });

  it('are those of the price lists', () => {
    expect(egress('aws', 'eu-central-1')).toEqual([
      '10240: 90000 list',
      '51200: 85000 list',
      '153600: 70000 list',
      'above: 50000 list',
    ]);
    expect(egress('aws', 'me-south-1')).toEqual([
      '10240: 117000 list',
      '51200: 110500 list',
      '153600: 91000 list',
      'above: 65000 list',
    ]);
    expect(egress('gcp', 'us-central1')).toEqual([
      '1024: 120000 list',
      '10240: 110000 list',
      'above: 80000 list',
    ]);
  });

  it('are estimates where they were not printed: the last of us-east-1, and all above the first of Malaysia', () => {
    expect(egress('aws', 'us-east-1').at(-1)).toBe('above: 50000 estimate');
    expect(egress('aws', 'ap-southeast-5')).toEqual(['10240: 108000 list', 'above: 108000 estimate']);
  });

  it('take the dearer price of Google where the first is below the second', () => {
    const estimated = places.filter(
      ([place, rates]) => place.startsWith('gcp/') && rates.egress[0]?.rate.kind === 'estimate',
    );
    expect(estimated.map(([place, rates]) => [place, ...steps(rates.egress)])).toEqual([
      ['gcp/asia-northeast1', '1024: 120000 estimate', '10240: 120000 list', 'above: 85000 list'],
      ['gcp/asia-northeast2', '1024: 120000 estimate', '10240: 120000 list', 'above: 85000 list'],
      ['gcp/asia-northeast3', '1024: 190000 estimate', '10240: 190000 list', 'above: 150000 list'],
    ]);
  });

  it('are one estimate without end on Azure in Europe and North America', () => {
    expect(egress('azure', 'norwayeast')).toEqual(['above: 87000 estimate']);
    expect(egress('azure', 'canadacentral')).toEqual(['above: 87000 estimate']);
    expect(ratesOf(catalog, 'azure', 'eastus')?.egress[0]?.rate.range).toEqual({ low: 50_000, high: 87_000 });
  });

  it('end in one without end, further away and never dearer', () => {
    const bad = places.filter(([, { egress: tiers }]) =>
      tiers.some((tier, at) => {
        const next = tiers[at + 1];
        return next
          ? tier.uptoGib === undefined ||
              tier.uptoGib >= (next.uptoGib ?? Number.POSITIVE_INFINITY) ||
              next.rate.microUsd > tier.rate.microUsd
          : tier.uptoGib !== undefined;
      }),
    );
    expect(bad).toEqual([]);
  });

  it('are unknown where nothing was read', () => {
    const without = places.filter(([, rates]) => rates.egress.length === 0).map(([place]) => place);
    expect(without.filter((place) => place.startsWith('aws/'))).toEqual([
      'aws/ap-east-2',
      'aws/ap-southeast-3',
      'aws/ap-southeast-4',
      'aws/ap-southeast-6',
      'aws/ap-southeast-7',
      'aws/eu-central-2',
      'aws/eu-south-2',
      'aws/me-central-1',
      'aws/me-west-1',
      'aws/mx-central-1',
      'aws/sa-west-1',
    ]);
    expect(without.filter((place) => place.startsWith('gcp/'))).toEqual([]);
    expect(without.filter((place) => place.startsWith('azure/')).length).toBe(28);
    expect(without).toContain('azure/japaneast');
  });
});

describe('the fee of a control plane', () => {
  it('is known for all services, in extended support as an estimate on GKE and not at all on AKS', () => {
    const fees = Object.fromEntries(
      Object.entries(catalog.controlPlane).map(([service, { standardHour, extendedHour }]) => [
        service,
        [standardHour.microUsd, standardHour.kind, extendedHour?.microUsd, extendedHour?.kind],
      ]),
    );
    expect(fees).toEqual({
      eks: [100_000, 'list', 600_000, 'list'],
      gke: [100_000, 'list', 600_000, 'estimate'],
      aks: [100_000, 'list', undefined, undefined],
    });
  });

  it('has the credit of Google, which pays for one zonal cluster of the longest month', () => {
    expect(brief(catalog.gkeCreditMonth)).toBe('74400000/month list');
    expect(catalog.gkeCreditMonth.microUsd).toBe(744 * catalog.controlPlane.gke.standardHour.microUsd);
  });

  it('has about twelve percent of each machine for EKS Auto Mode', () => {
    expect(catalog.eksAutoPercent).toEqual({
      value: 12,
      kind: 'estimate',
      source: 'eks-auto',
      asOf: '2026-06-13',
    });
  });
});
