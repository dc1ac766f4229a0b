import type { Catalog, MachinePrice, MachineType, ProviderId, Region } from '../../lib/catalog';
import { familyOf } from '../../lib/catalog/machine-family';

/**
 * What is wrong in public price lists and can be seen without another list beside them. Each check answers with the
 * places where a catalogue is inconsistent, so that one test shows that the embedded one is clean and another that a
 * planted defect is found.
 */

interface PriceRow extends MachinePrice {
  readonly place: string;
  readonly provider: ProviderId;
  readonly family: string;
  readonly machine: MachineType | undefined;
}

export function priceRows(catalog: Catalog): readonly PriceRow[] {
  const machines = new Map(
    catalog.machineTypes.map((machine) => [`${machine.provider}/${machine.type}`, machine]),
  );
  return Object.entries(catalog.machinePrices).flatMap(([place, prices]) => {
    const provider = place.replace(/\/.*$/, '') as ProviderId;
    return prices.map(
      (price): PriceRow => ({
        ...price,
        place,
        provider,
        family: familyOf(provider, price.type),
        machine: machines.get(`${provider}/${price.type}`),
      }),
    );
  });
}

/** Every size of these has one GPU, so the price is not one of vCPUs. */
const ONE_GPU_IN_EVERY_SIZE: readonly string[] = ['g5', 'g6', 'g2-standard'];

/** Micro-dollars per vCPU by which rounding alone can set sizes apart: AWS prints four decimals, Azure three, Google six. */
const ROUNDING: Readonly<Record<string, number>> = { aws: 50, gcp: 1, azure: 250 };

/** Families of a region whose sizes, at the same memory per vCPU, do not cost the same per vCPU. */
export function unevenFamilies(catalog: Catalog, exempt = ONE_GPU_IN_EVERY_SIZE): readonly string[] {
  const groups = new Map<string, { provider: string; low: number; high: number }>();
  for (const row of priceRows(catalog)) {
    if (!row.machine || exempt.includes(row.family)) {
      continue;
    }
    const key = `${row.place}/${row.family}/${row.machine.memoryMib / row.machine.vcpu}`;
    const perVcpu = row.onDemand / row.machine.vcpu;
    const group = groups.get(key) ?? { provider: row.provider, low: perVcpu, high: perVcpu };
    group.low = Math.min(group.low, perVcpu);
    group.high = Math.max(group.high, perVcpu);
    groups.set(key, group);
  }
  return [...groups]
    .filter(([, { provider, low, high }]) => high - low > (ROUNDING[provider] ?? 0))
    .map(([key]) => key);
}

/** The family that the others of a cloud are compared with. */
const REFERENCE: Readonly<Record<string, string>> = { aws: 'm6i', gcp: 'e2-standard', azure: 'Ds_v5' };

/**
 * Lowest and highest price per vCPU, as a part of that of the reference family in the same region. India sells Arm and
 * AMD at half the price of Intel; that is why some bands are wide.
 */
const BANDS: Readonly<Record<string, readonly [low: number, high: number]>> = {
  m6i: [1, 1],
  m7i: [1.04, 1.06],
  m6g: [0.5, 0.81],
  m7g: [0.57, 0.86],
  c6i: [0.79, 0.95],
  c7i: [0.84, 1],
  c7g: [0.48, 0.81],
  r6i: [1.17, 1.34],
  r7i: [1.28, 1.41],
  r7g: [0.74, 1.14],
  t3: [0.37, 0.94],
  t4g: [0.22, 0.75],
  g4dn: [2.4, 3.1],
  g5: [3.1, 6],
  g6: [2.5, 5],
  'e2-standard': [1, 1.001],
  e2: [0.49, 0.51],
  'e2-highmem': [1.34, 1.36],
  'e2-highcpu': [0.73, 0.75],
  'n2-standard': [1.44, 1.46],
  'n2-highmem': [1.95, 1.96],
  'n2-highcpu': [1.06, 1.08],
  'n2d-standard': [0.69, 1.27],
  'n4-standard': [1.17, 1.46],
  'n4a-standard': [1.01, 1.16],
  'c2d-standard': [0.74, 1.6],
  'c3-standard': [1.3, 1.63],
  'c3-highmem': [1.7, 2.13],
  'c3-highcpu': [1.09, 1.37],
  'c4-standard': [1.25, 1.6],
  'c4a-standard': [1.16, 1.45],
  'c4a-highmem': [1.52, 1.9],
  'c4a-highcpu': [0.97, 1.22],
  't2a-standard': [1.09, 1.15],
  'g2-standard': [2.7, 6.3],
  'a2-highgpu': [7.8, 11],
  Ds_v5: [1, 1.01],
  Ds_v6: [1.04, 1.25],
  Das_v5: [0.54, 0.98],
  Dps_v5: [0.5, 0.81],
  Dps_v6: [0.45, 0.87],
  Es_v5: [1.22, 1.35],
  Fs_v2: [0.51, 0.97],
  Bs: [0.4, 0.49],
  Bms: [0.8, 0.97],
  DCas_v5: [0.54, 0.98],
  NCas_T4_v3: [2.7, 3.3],
  NVads_A10_v5: [1.5, 2.1],
};

/** Regions whose reference family is not priced. */
export function placesWithoutReference(catalog: Catalog): readonly string[] {
  const rows = priceRows(catalog);
  const priced = new Set(
    rows.filter((row) => row.family === REFERENCE[row.provider]).map((row) => row.place),
  );
  return Object.keys(catalog.machinePrices).filter((place) => !priced.has(place));
}

/** Prices that are too far from those of the reference family in their region, or of a family without a band. */
export function outOfBand(catalog: Catalog): readonly string[] {
  const rows = priceRows(catalog);
  const references = new Map<string, number>();
  for (const { place, provider, family, onDemand, machine } of rows) {
    if (machine && family === REFERENCE[provider]) {
      const perVcpu = onDemand / machine.vcpu;
      references.set(place, Math.min(references.get(place) ?? perVcpu, perVcpu));
    }
  }
  return rows
    .filter(({ place, family, onDemand, machine }) => {
      const reference = references.get(place);
      const [low, high] = BANDS[family] ?? [0, 0];
      const ratio = reference && machine ? onDemand / machine.vcpu / reference : undefined;
      return ratio === undefined ? !BANDS[family] : ratio < low || ratio > high;
    })
    .map(({ place, type }) => `${place}/${type}`);
}

/** Prices of interruptible capacity and commitments that do not fall below on-demand, or with the length of the term. */
export function withoutDiscount(catalog: Catalog): readonly string[] {
  return priceRows(catalog)
    .filter(
      (row) =>
        (row.spot ?? 0) >= row.onDemand ||
        (row.committed1y ?? 0) >= row.onDemand ||
        (row.committed3y ?? 0) >= (row.committed1y ?? row.onDemand),
    )
    .map(({ place, type }) => `${place}/${type}`);
}

/** ISO 3166-1 alpha-2, the whole list. */
export const ISO_COUNTRIES: ReadonlySet<string> = new Set(
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
  GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
  KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT
  MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
  SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
  UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/),
);

const EU = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);
const EEA_BESIDE_EU = new Set(['IS', 'LI', 'NO']);

/** The law of a place by its country. */
export function jurisdictionOf(country: string): string {
  if (EU.has(country)) {
    return 'EU';
  }
  if (EEA_BESIDE_EU.has(country)) {
    return 'EEA';
  }
  return country === 'GB' ? 'UK' : country;
}

/** Regions in no country of the list, or under a law that is not that of their country. */
export function misplacedRegions(catalog: Catalog): readonly string[] {
  const isMisplaced = ({ country, jurisdiction }: Region) =>
    !ISO_COUNTRIES.has(country) || jurisdiction !== jurisdictionOf(country);
  return catalog.regions.filter(isMisplaced).map(({ provider, id }) => `${provider}/${id}`);
}

/** Everything that carries a source, or ought to: paths with none, with an unlisted one or with another date. */
export function unsourced(catalog: Catalog): readonly string[] {
  const dates = new Map(catalog.sources.map((source) => [source.id, source.asOf]));
  const found: string[] = [];
  const own = (record: object, path: string) => {
    const { source, asOf } = record as { source?: unknown; asOf?: unknown };
    if (typeof source !== 'string' || !dates.has(source) || dates.get(source) !== asOf) {
      found.push(path);
    }
    for (const [key, value] of Object.entries(record)) {
      if (/Source$/.test(key) && value !== undefined && !dates.has(String(value))) {
        found.push(`${path}/${key}`);
      }
    }
  };
  const rates = (value: unknown, path: string): void => {
    if (typeof value === 'object' && value !== null) {
      if ('microUsd' in value) {
        own(value, path);
      } else {
        for (const [key, member] of Object.entries(value)) rates(member, `${path}/${key}`);
      }
    }
  };
  for (const region of catalog.regions) own(region, `regions/${region.provider}/${region.id}`);
  for (const machine of catalog.machineTypes)
    own(machine, `machineTypes/${machine.provider}/${machine.type}`);
  for (const [place, prices] of Object.entries(catalog.machinePrices)) {
    for (const price of prices) own(price, `machinePrices/${place}/${price.type}`);
  }
  for (const name of ['rates', 'controlPlane', 'gkeCreditMonth', 'autopilot'] as const)
    rates(catalog[name], name);
  own(catalog.eksAutoPercent, 'eksAutoPercent');
  own(catalog.onPrem.pue, 'onPrem/pue');
  for (const fact of catalog.compliance) own(fact, `compliance/${fact.service}/${fact.regime}`);
  for (const support of catalog.kubernetes) own(support, `kubernetes/${support.platform}/${support.version}`);
  return found;
}
