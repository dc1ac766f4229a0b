import { embeddedCatalog, type ProviderId, ratesOf } from '../../lib/catalog';

const catalog = embeddedCatalog();

/** `amount/unit kind`, or nothing where no figure is known. */
function brief(provider: ProviderId, region: string) {
  const rates = ratesOf(catalog, provider, region);
  return (
    rates &&
    Object.fromEntries(
      Object.entries(rates).map(([name, rate]) => [
        name,
        rate && `${rate.microUsd}/${rate.per} ${rate.kind}`,
      ]),
    )
  );
}

const keysWithout = (name: 'egressGib' | 'storageGibMonth') =>
  Object.entries(catalog.rates)
    .filter(([, rates]) => rates[name] === undefined)
    .map(([key]) => key);

describe('the rates of a region', () => {
  it('are list prices in the AWS region they were read for', () => {
    expect(brief('aws', 'us-east-1')).toEqual({
      natHour: '45000/hour list',
      natVmHour: undefined,
      natGib: '45000/gib list',
      loadBalancerHour: '22500/hour list',
      crossZoneGib: '10000/gib list',
      egressGib: '90000/gib list',
      storageGibMonth: '80000/gib-month list',
      keyMonth: '1000000/month list',
      privateEndpointHour: '10000/hour list',
    });
  });

  it('are estimates elsewhere on AWS, but for what was read per region', () => {
    expect(brief('aws', 'eu-central-1')).toEqual({
      natHour: '45000/hour estimate',
      natVmHour: undefined,
      natGib: '45000/gib estimate',
      loadBalancerHour: '22500/hour estimate',
      crossZoneGib: '10000/gib list',
      egressGib: '90000/gib list',
      storageGibMonth: '95200/gib-month list',
      keyMonth: '1000000/month estimate',
      privateEndpointHour: '10000/hour estimate',
    });
  });

  it('on Google Cloud estimate the load balancer only, by the upper end of its range', () => {
    expect(brief('gcp', 'europe-west3')).toEqual({
      natHour: '44800/hour list',
      natVmHour: '1400/hour list',
      natGib: '45000/gib list',
      loadBalancerHour: '25000/hour estimate',
      crossZoneGib: '10000/gib list',
      egressGib: '120000/gib list',
      storageGibMonth: '120000/gib-month list',
      keyMonth: '60000/month list',
      privateEndpointHour: undefined,
    });
  });

  it('make the price of a NAT gateway the 32-fold of that of one VM on Google Cloud', () => {
    const rates = ratesOf(catalog, 'gcp', 'us-central1');
    expect(rates?.natHour?.microUsd).toBe(32 * (rates?.natVmHour?.microUsd ?? 0));
  });

  it('take the dearer tier of egress where the first is below the second', () => {
    const estimated = Object.entries(catalog.rates).filter(
      ([, rates]) => rates.egressGib?.kind === 'estimate',
    );
    expect(estimated.map(([key, rates]) => [key, rates.egressGib?.microUsd])).toEqual([
      ['gcp/asia-northeast1', 120_000],
      ['gcp/asia-northeast2', 120_000],
      ['gcp/asia-northeast3', 190_000],
    ]);
  });

  it('are unknown in China, the sovereign and the secret partitions', () => {
    const without = catalog.regions.filter((region) => !ratesOf(catalog, region.provider, region.id));
    expect([...new Set(without.map((region) => region.partition))]).toEqual([
      'aws-cn',
      'aws-iso-e',
      'aws-eusc',
      'aws-iso',
      'aws-iso-b',
      'aws-iso-f',
    ]);
    expect(Object.keys(catalog.rates).length).toBe(81);
  });

  it('leave unknown what was read for other regions only', () => {
    expect(keysWithout('egressGib')).toEqual([
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
    expect(keysWithout('storageGibMonth')).toEqual([
      'aws/ap-east-2',
      'aws/ap-southeast-5',
      'aws/ap-southeast-6',
      'aws/ap-southeast-7',
      'aws/me-west-1',
      'aws/mx-central-1',
      'aws/sa-west-1',
    ]);
  });

  it('are positive integers', () => {
    const amounts = Object.values(catalog.rates)
      .flatMap((rates) => Object.values(rates))
      .filter((rate) => rate !== undefined)
      .map((rate) => rate.microUsd);
    expect(amounts.length).toBe(630);
    expect(amounts.filter((amount) => !Number.isSafeInteger(amount) || amount <= 0)).toEqual([]);
  });
});

describe('the fee of a control plane', () => {
  it('is known for both services, in extended support as an estimate on GKE', () => {
    const fees = Object.fromEntries(
      Object.entries(catalog.controlPlane).map(([service, { standardHour, extendedHour }]) => [
        service,
        [standardHour.microUsd, standardHour.kind, extendedHour?.microUsd, extendedHour?.kind],
      ]),
    );
    expect(fees).toEqual({
      eks: [100_000, 'list', 600_000, 'list'],
      gke: [100_000, 'list', 600_000, 'estimate'],
    });
  });
});
