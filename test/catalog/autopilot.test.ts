import { embeddedCatalog } from '../../lib/catalog';

const catalog = embeddedCatalog();
const brief = (region: string) => {
  const rates = catalog.autopilot[region];
  return (
    rates &&
    Object.values(rates).map((rate) => rate && [rate.microUsd, rate.per, rate.kind, rate.source].join(' '))
  );
};

describe('the prices of pods on GKE Autopilot', () => {
  it('are list prices where they were read', () => {
    expect(brief('us-central1')).toEqual([
      '44500 vcpu-hour list gke-autopilot',
      '4923 gib-hour list gke-autopilot',
      '13300 vcpu-hour estimate gke-autopilot',
      '1477 gib-hour estimate gke-autopilot',
    ]);
    expect(brief('asia-southeast1')).toEqual([
      '54900 vcpu-hour list gke-autopilot-singapore',
      '6073 gib-hour list gke-autopilot-singapore',
      '16500 vcpu-hour estimate gke-autopilot-singapore',
      '1822 gib-hour estimate gke-autopilot-singapore',
    ]);
  });

  it('are estimated elsewhere from the price of the machines below', () => {
    expect(brief('europe-west3')).toEqual([
      '57332 vcpu-hour estimate gke-autopilot-derived',
      '6342 gib-hour estimate gke-autopilot-derived',
      '17135 vcpu-hour estimate gke-autopilot-derived',
      '1903 gib-hour estimate gke-autopilot-derived',
    ]);
  });

  it('follow a rule that meets what was read for two other regions', () => {
    const e2 = (region: string) =>
      catalog.machinePrices[`gcp/${region}`]?.find((price) => price.type === 'e2-standard-4')?.onDemand ?? 0;
    const derived = (region: string) => Math.round((44_500 * e2(region)) / e2('us-central1'));
    // 0.0549 dollars were read for Singapore, 0.0515 for Taiwan
    expect([derived('asia-southeast1'), derived('asia-east1')]).toEqual([54_896, 51_526]);
    expect(catalog.autopilot['asia-east1']?.vcpuHour.microUsd).toBe(51_526);
  });

  it('are unknown only where the machine is not priced', () => {
    const google = catalog.regions.filter((region) => region.provider === 'gcp').map((region) => region.id);
    expect(google.filter((region) => !catalog.autopilot[region])).toEqual(['asia-southeast3']);
    expect(Object.keys(catalog.autopilot).filter((region) => !google.includes(region))).toEqual([]);
    expect(Object.keys(catalog.autopilot).length).toBe(42);
  });

  it('are less for pods that may be interrupted', () => {
    const rates = Object.values(catalog.autopilot);
    expect(
      rates.filter(
        ({ vcpuHour, spotVcpuHour, memoryGibHour, spotMemoryGibHour }) =>
          (spotVcpuHour?.microUsd ?? 0) >= vcpuHour.microUsd ||
          (spotMemoryGibHour?.microUsd ?? 0) >= memoryGibHour.microUsd,
      ),
    ).toEqual([]);
  });
});
