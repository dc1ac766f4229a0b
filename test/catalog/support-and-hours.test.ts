import { embeddedCatalog } from '../../lib/catalog';

const catalog = embeddedCatalog();

describe('the support windows of Kubernetes versions', () => {
  it('are those of the calendars', () => {
    const rows = catalog.kubernetes.map((row) => [
      row.platform,
      row.version,
      row.standardUntil,
      row.extendedUntil,
    ]);
    expect(rows).toEqual([
      ['eks', '1.31', '2025-11-26', '2026-11-26'],
      ['eks', '1.32', '2026-03-23', '2027-03-23'],
      ['eks', '1.33', '2026-07-29', '2027-07-29'],
      ['eks', '1.34', '2026-12-02', '2027-12-02'],
      ['eks', '1.35', '2027-03-27', '2028-03-27'],
      ['eks', '1.36', '2027-08-02', '2028-08-02'],
      ['gke', '1.31', '2026-01-16', undefined],
      ['gke', '1.32', '2026-04-11', undefined],
      ['gke', '1.33', '2026-08-03', undefined],
      ['gke', '1.34', '2026-10-01', undefined],
      ['gke', '1.35', '2027-04-11', undefined],
      ['aks', '1.31', '2025-11-01', '2026-11-30'],
      ['aks', '1.32', '2026-03-31', '2027-03-31'],
      ['aks', '1.33', '2026-07-31', '2027-07-31'],
      ['aks', '1.34', '2026-11-30', '2027-11-30'],
      ['aks', '1.35', '2027-03-31', '2028-03-31'],
      ['aks', '1.36', '2027-06-30', '2028-06-30'],
      ['aks', '1.37', '2027-10-31', '2028-10-31'],
    ]);
  });

  it('extend support on EKS by exactly twelve months', () => {
    const aYearOn = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
    const eks = catalog.kubernetes.filter((row) => row.platform === 'eks');
    expect(eks.filter((row) => row.extendedUntil !== aYearOn(row.standardUntil))).toEqual([]);
  });

  it('end later for a later version', () => {
    const ends = (platform: string) =>
      catalog.kubernetes.filter((row) => row.platform === platform).map((row) => row.standardUntil);
    for (const platform of ['eks', 'gke', 'aks']) {
      expect(ends(platform)).toEqual([...ends(platform)].sort());
    }
  });
});

describe('the assumed hours of people', () => {
  it('add up to so many a month', () => {
    const totals = new Map<string, number>();
    for (const { platform, hoursPerMonth } of catalog.hours) {
      totals.set(platform, (totals.get(platform) ?? 0) + hoursPerMonth);
    }
    expect(Object.fromEntries(totals)).toEqual({
      eks: 12,
      gke: 9,
      'eks-auto': 9,
      'gke-autopilot': 7,
      aks: 10,
      'on-prem': 36,
      'self-managed-ec2': 33,
    });
  });

  it('are on rented machines those of owned ones without hardware, with the account to look after instead', () => {
    const hoursOf = (platform: string) =>
      Object.fromEntries(
        catalog.hours
          .filter((line) => line.platform === platform)
          .map((line) => [line.label, line.hoursPerMonth]),
      );
    const { 'Hardware and network': hardware, ...owned } = hoursOf('on-prem');
    expect(hardware).toBe(5);
    expect(hoursOf('self-managed-ec2')).toEqual({
      ...owned,
      'Network and limits': 1,
      'Cost and capacity review': 1,
    });
  });

  it('fall as a provider does more: node images and upgrades on EKS Auto Mode and on GKE Autopilot', () => {
    const less = (from: string, to: string) =>
      catalog.hours
        .filter((line) => line.platform === to)
        .filter((line) =>
          catalog.hours.some(
            (other) =>
              other.platform === from &&
              other.label === line.label &&
              other.hoursPerMonth > line.hoursPerMonth,
          ),
        )
        .map((line) => line.label);
    expect(less('eks', 'eks-auto')).toEqual(['Kubernetes upgrades', 'Node images and add-ons']);
    expect(less('gke', 'gke-autopilot')).toEqual(['Kubernetes upgrades', 'Node images and add-ons']);
    expect(less('eks-auto', 'eks')).toEqual([]);
    expect(less('gke-autopilot', 'gke')).toEqual([]);
  });

  it('follow from the upgrades that the rationale names', () => {
    const upgrades = catalog.hours.filter((line) => line.label === 'Kubernetes upgrades');
    for (const { rationale, hoursPerMonth } of upgrades) {
      const [, perYear, hours] = /(\d+) × (\d+) \/ 12/.exec(rationale) ?? [];
      expect((Number(perYear) * Number(hours)) / 12).toBe(hoursPerMonth);
    }
    expect(upgrades.length).toBe(7);
  });

  it('carry a rationale each', () => {
    expect(catalog.hours.filter((line) => line.rationale.length < 40 || line.hoursPerMonth <= 0)).toEqual([]);
  });
});

describe('the defaults of the on-premises cost model', () => {
  it('take the power usage effectiveness of a survey', () => {
    expect(catalog.onPrem).toEqual({ pue: { value: 1.54, source: 'uptime-2025', asOf: '2025-01-01' } });
  });
});
