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
    for (const platform of ['eks', 'gke']) {
      expect(ends(platform)).toEqual([...ends(platform)].sort());
    }
  });
});

describe('the assumed hours of people', () => {
  it('add up to 12 on EKS, 9 on GKE and 36 on premises', () => {
    const total = (platform: string) =>
      catalog.hours
        .filter((line) => line.platform === platform)
        .reduce((sum, { hoursPerMonth }) => sum + hoursPerMonth, 0);
    expect([total('eks'), total('gke'), total('on-prem')]).toEqual([12, 9, 36]);
    expect([...new Set(catalog.hours.map((line) => line.platform))]).toEqual(['eks', 'gke', 'on-prem']);
  });

  it('follow from the upgrades that the rationale names', () => {
    const upgrades = catalog.hours.filter((line) => line.label === 'Kubernetes upgrades');
    for (const { rationale, hoursPerMonth } of upgrades) {
      const [, perYear, hours] = /(\d+) × (\d+) \/ 12/.exec(rationale) ?? [];
      expect((Number(perYear) * Number(hours)) / 12).toBe(hoursPerMonth);
    }
    expect(upgrades.length).toBe(3);
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
