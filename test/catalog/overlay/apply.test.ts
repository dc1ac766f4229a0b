import { catalogHash, findMachineType, findRegion, machinePrices, ratesOf } from '../../../lib/catalog';
import { applyOverlay } from '../../../lib/catalog/overlay';
import { SMALL } from '../../decision/small-catalog';
import { overlayOf } from './texts';

const over = (body: string, catalog = SMALL) => applyOverlay(catalog, overlayOf(body, catalog));

describe('prices of machines from an overlay', () => {
  it('take the place of those of the catalogue, with their source, date and kind', () => {
    const catalog = over(
      'machinePrices: { aws: { us-east-1: { m.large: { usdPerHour: 0.0855, committed1yUsdPerHour: 0.06 } } } }\n',
    );
    expect(machinePrices(catalog, 'aws', 'us-east-1')[0]).toEqual({
      type: 'm.large',
      onDemand: 85_500,
      spot: undefined,
      committed1y: 60_000,
      committed3y: undefined,
      source: 'contract 4711',
      asOf: '2026-10-01',
      kind: 'user',
    });
    expect(machinePrices(catalog, 'aws', 'us-east-1').slice(1)).toEqual(
      machinePrices(SMALL, 'aws', 'us-east-1').slice(1),
    );
    expect(catalog.sources[catalog.sources.length - 1]).toEqual({
      id: 'contract 4711',
      title: 'contract 4711',
      reference: 'given by the user',
      asOf: '2026-10-01',
    });
  });

  it('are added by name where the region has no row', () => {
    const catalog = over(
      'machinePrices: { gcp: { europe-west6: { e-highmem-4: { usdPerHour: 0.3, source: mail, asOf: "2026-09-01" } } } }\n',
    );
    expect(
      machinePrices(catalog, 'gcp', 'europe-west6').map(({ type, source, asOf }) => [type, source, asOf]),
    ).toEqual([
      ['e-standard-4', 'prices', '2026-11-02'],
      ['e-highmem-4', 'mail', '2026-09-01'],
    ]);
  });

  it('leave the price of spare capacity with its own source, and are nobody’s own in a file of list prices', () => {
    const spot = over(
      'machinePrices: { aws: { us-east-1: { m.large: { usdPerHour: 0.09, spotUsdPerHour: 0.03 } } } }\n',
    );
    const catalog = over(
      'kind: list\nmachinePrices: { aws: { us-east-1: { m.large: { usdPerHour: 0.08, source: api } } } }\n',
      spot,
    );
    expect(machinePrices(catalog, 'aws', 'us-east-1')[0]).toEqual({
      type: 'm.large',
      onDemand: 80_000,
      spot: 30_000,
      committed1y: undefined,
      committed3y: undefined,
      source: 'api',
      spotSource: 'contract 4711',
      asOf: '2026-10-01',
    });
  });
});

describe('a discount', () => {
  const rows = (body: string, catalog = SMALL) =>
    machinePrices(over(body, catalog), 'aws', 'eu-central-1').map(({ type, onDemand, kind }) => [
      type,
      onDemand,
      kind,
    ]);

  it('is taken from the list price of the machines it names, which stays beside it', () => {
    expect(rows('discounts: [{ provider: aws, percent: 12.5, families: [m, t] }]\n')).toEqual([
      ['m.large', 87_500, 'user'],
      ['m.xlarge', 175_000, 'user'],
      ['r.large', 130_000, undefined],
      ['mg.xlarge', 190_000, undefined],
      ['t.large', 35_000, 'user'],
    ]);
    const catalog = over('discounts: [{ provider: aws, percent: 12.5 }]\n');
    expect(machinePrices(catalog, 'aws', 'us-east-1')[0]).toEqual({
      type: 'm.large',
      onDemand: 78_750,
      spot: undefined,
      committed1y: undefined,
      committed3y: undefined,
      source: 'contract 4711',
      asOf: '2026-10-01',
      kind: 'user',
      listed: {
        onDemand: 90_000,
        spot: undefined,
        committed1y: undefined,
        committed3y: undefined,
        source: 'prices',
        spotSource: 'prices',
        asOf: '2026-11-02',
      },
    });
  });

  it('does not add up with another one: the last that matches counts, also over files', () => {
    const both =
      'discounts: [{ provider: aws, percent: 10 }, { provider: aws, percent: 20, types: [r.large] }]\n';
    const expected = [
      ['m.large', 90_000, 'user'],
      ['m.xlarge', 180_000, 'user'],
      ['r.large', 104_000, 'user'],
      ['mg.xlarge', 171_000, 'user'],
      ['t.large', 36_000, 'user'],
    ];
    expect(rows(both)).toEqual(expected);
    expect(rows(both, over('discounts: [{ provider: aws, percent: 50 }]\n'))).toEqual(expected);
  });

  it('reduces only the regions and prices it names, and no price that is the user’s own', () => {
    const body = `\
machinePrices: { aws: { us-east-1: { m.large: { usdPerHour: 0.07 } } } }
discounts: [{ provider: aws, percent: 10, regions: [us-east-1], prices: [committed1y] }, { provider: aws, percent: 50, regions: [us-gov-west-1] }]
`;
    const catalog = over(body);
    const onDemand = (region: string) => machinePrices(catalog, 'aws', region).map((row) => row.onDemand);
    expect(onDemand('us-east-1')).toEqual([70_000, 180_000, 117_000]);
    expect(onDemand('us-gov-west-1')).toEqual([120_000]);
    expect(onDemand('eu-central-1')).toEqual([100_000, 200_000, 130_000, 190_000, 40_000]);
    expect(catalog.machinePrices['gcp/europe-west3']).toBe(SMALL.machinePrices['gcp/europe-west3']);
  });

  it('leaves spare capacity at its own price and source unless it is named', () => {
    const priced = over(
      'kind: list\nmachinePrices: { aws: { us-east-1: { m.large: { usdPerHour: 0.1, spotUsdPerHour: 0.04 } } } }\n',
    );
    const first = (body: string) => {
      const { spot, spotSource } = machinePrices(over(body, priced), 'aws', 'us-east-1')[0] ?? {};
      return { spot, spotSource };
    };
    expect(
      first('source: edp\ndiscounts: [{ provider: aws, percent: 10 }]\n'.replace('source: edp\n', '')),
    ).toEqual({
      spot: 40_000,
      spotSource: undefined,
    });
    expect(first('discounts: [{ provider: aws, percent: 10, source: edp }]\n')).toEqual({
      spot: 40_000,
      spotSource: 'contract 4711',
    });
    expect(first('discounts: [{ provider: aws, percent: 10, source: edp, prices: [spot] }]\n')).toEqual({
      spot: 36_000,
      spotSource: undefined,
    });
  });
});

describe('other figures from an overlay', () => {
  const given = { kind: 'user', source: 'contract 4711', asOf: '2026-10-01' };

  it('replace the rates they name and no others', () => {
    const catalog = over(
      'rates: { aws: { us-east-1: { natHour: 0.04, egress: [{ uptoGib: 10240, usdPerGib: 0.05 }, { usdPerGib: 0.04 }] }, me-west-1: { keyMonth: 0 } } }\n',
    );
    expect(ratesOf(catalog, 'aws', 'us-east-1')).toEqual({
      ...ratesOf(SMALL, 'aws', 'us-east-1'),
      natHour: { microUsd: 40_000, per: 'hour', ...given },
      egress: [
        { uptoGib: 10_240, rate: { microUsd: 50_000, per: 'gib', ...given } },
        { uptoGib: undefined, rate: { microUsd: 40_000, per: 'gib', ...given } },
      ],
    });
    expect(ratesOf(catalog, 'aws', 'me-west-1')).toMatchObject({
      natHour: undefined,
      egress: [],
      keyMonth: { microUsd: 0, per: 'month', ...given },
    });
  });

  it('set fees, credits and percentages', () => {
    const catalog = over(`\
controlPlane: { gke: { extendedHour: 0.5 } }
eksAuto: { percent: 9 }
gkeCredit: { usdPerMonth: 0 }
autopilot: { europe-west3: { vcpuHour: 0.05, memoryGibHour: 0.005, spotVcpuHour: 0.01 } }
onPrem: { pue: { value: 1.2 } }
`);
    expect(catalog.controlPlane.gke).toEqual({
      standardHour: SMALL.controlPlane.gke.standardHour,
      extendedHour: { microUsd: 500_000, per: 'hour', ...given },
    });
    expect(catalog.controlPlane.eks).toBe(SMALL.controlPlane.eks);
    expect(catalog.eksAutoPercent).toEqual({ value: 9, ...given });
    expect(catalog.gkeCreditMonth).toEqual({ microUsd: 0, per: 'month', ...given });
    expect(catalog.autopilot['europe-west3']).toEqual({
      vcpuHour: { microUsd: 50_000, per: 'vcpu-hour', ...given },
      memoryGibHour: { microUsd: 5_000, per: 'gib-hour', ...given },
      spotVcpuHour: { microUsd: 10_000, per: 'vcpu-hour', ...given },
      spotMemoryGibHour: undefined,
    });
    expect(catalog.onPrem.pue).toEqual({ value: 1.2, source: 'contract 4711', asOf: '2026-10-01' });
  });

  it('correct a region, and add a whole one', () => {
    const catalog = over(`\
regions:
  aws:
    me-west-1: { zones: 3, carbonGramsPerKwh: 500 }
    eu-x-1: { name: X, country: DE, jurisdiction: EU, operator: { legalEntity: X GmbH, jurisdiction: DE, ultimateParent: DE } }
machineTypes: { aws: { x.large: { vcpu: 2, memoryGib: 7.5, architecture: arm64, class: general }, m.large: { confidential: true } } }
`);
    expect(findRegion(catalog, 'aws', 'me-west-1')).toEqual({
      ...findRegion(SMALL, 'aws', 'me-west-1'),
      zones: 3,
      carbonGramsPerKwh: 500,
      carbonSource: 'contract 4711',
      source: 'contract 4711',
      asOf: '2026-10-01',
    });
    expect(findRegion(catalog, 'aws', 'eu-x-1')).toEqual({
      provider: 'aws',
      id: 'eu-x-1',
      name: 'X',
      city: undefined,
      country: 'DE',
      jurisdiction: 'EU',
      operator: { legalEntity: 'X GmbH', jurisdiction: 'DE', ultimateParent: 'DE' },
      zones: undefined,
      partition: 'aws',
      restricted: false,
      carbonGramsPerKwh: undefined,
      source: 'contract 4711',
      asOf: '2026-10-01',
    });
    expect(findMachineType(catalog, 'aws', 'x.large')).toEqual({
      provider: 'aws',
      type: 'x.large',
      vcpu: 2,
      memoryMib: 7680,
      architecture: 'arm64',
      class: 'general',
    });
    expect(findMachineType(catalog, 'aws', 'm.large')?.confidential).toBe(true);
  });

  it('replace windows, facts under a regime and rows of hours, and add new ones', () => {
    const catalog = over(`\
kubernetes: { eks: { "1.33": { standardUntil: "2026-08-30" }, "1.40": { standardUntil: "2029-01-01", extendedUntil: "2030-01-01" } } }
compliance: { gke: { PCI-DSS: { status: proven, note: Own report. } }, ec2: { C5: { status: unknown, note: Nothing read., regions: [us-east-1] } } }
hours: { eks: { Routine: { hoursPerMonth: 3 }, Standby: { hoursPerMonth: 5, rationale: Two people. } } }
`);
    const from = { source: 'contract 4711', asOf: '2026-10-01' };
    expect(
      catalog.kubernetes.filter(({ platform, source }) => platform === 'eks' && source === from.source),
    ).toEqual([
      { platform: 'eks', version: '1.33', standardUntil: '2026-08-30', extendedUntil: undefined, ...from },
      { platform: 'eks', version: '1.40', standardUntil: '2029-01-01', extendedUntil: '2030-01-01', ...from },
    ]);
    expect(catalog.kubernetes).toHaveLength(SMALL.kubernetes.length + 1);
    expect(catalog.compliance.slice(3)).toEqual([
      {
        service: 'gke',
        regime: 'PCI-DSS',
        status: 'proven',
        regions: undefined,
        note: 'Own report.',
        ...from,
      },
      {
        service: 'ec2',
        regime: 'C5',
        status: 'unknown',
        regions: ['us-east-1'],
        note: 'Nothing read.',
        ...from,
      },
    ]);
    expect(catalog.hours.filter(({ platform }) => platform === 'eks')).toEqual([
      { platform: 'eks', label: 'Upgrades', hoursPerMonth: 4, rationale: 'Three a year.' },
      {
        platform: 'eks',
        label: 'Routine',
        hoursPerMonth: 3,
        rationale: 'Given by the user: contract 4711.',
        kind: 'user',
        ...from,
      },
      {
        platform: 'eks',
        label: 'Standby',
        hoursPerMonth: 5,
        rationale: 'Two people.',
        kind: 'user',
        ...from,
      },
    ]);
  });

  it('cite what the file says of its sources, and a source of the catalogue as it is', () => {
    const catalog = over(`\
sources: { addendum: { title: Private addendum., reference: contract 4711, asOf: "2026-08-01" } }
controlPlane: { eks: { standardHour: 0.09, source: addendum }, aks: { standardHour: 0.1, source: prices } }
`);
    expect(catalog.sources.slice(SMALL.sources.length)).toEqual([
      { id: 'addendum', title: 'Private addendum.', reference: 'contract 4711', asOf: '2026-08-01' },
    ]);
    expect(catalog.controlPlane.eks.standardHour).toMatchObject({ source: 'addendum', asOf: '2026-08-01' });
    expect(catalog.sources.find(({ id }) => id === 'prices')).toEqual(SMALL.sources[1]);
  });
});

describe('several overlays', () => {
  const cheap = 'rates: { aws: { us-east-1: { natHour: 0.01 } } }\n';
  const dear = 'rates: { aws: { us-east-1: { natHour: 0.09 } } }\n';

  it('win in their order, and are named by what they hold', () => {
    const one = over(dear, over(cheap));
    const other = over(cheap, over(dear));
    expect(one.rates['aws/us-east-1']?.natHour?.microUsd).toBe(90_000);
    expect(other.rates['aws/us-east-1']?.natHour?.microUsd).toBe(10_000);
    expect(one.overlay).not.toBe(other.overlay);
    expect(one.overlay).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(one.hash).toBe(catalogHash(one));
    expect(one.hash).toBe(over(dear).hash);
    expect(one.hash).not.toBe(SMALL.hash);
  });

  it('leave the catalogue they are put over as it was', () => {
    const before = JSON.stringify(SMALL);
    over(
      `${cheap}discounts: [{ provider: aws, percent: 10 }]\nhours: { eks: { Routine: { hoursPerMonth: 1 } } }\n`,
    );
    expect(JSON.stringify(SMALL)).toBe(before);
  });
});
