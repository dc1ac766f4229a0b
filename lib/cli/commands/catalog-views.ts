import type { Catalog, MachinePrice, ProviderId, Rate, Region, RegionRates } from '../../catalog/types';
import { renderPlainTable } from '../../report/text-table';
import { compareText, formatCount, formatUnitUsd, groupThousands } from '../../values';

/** What is shown, for a program and for a person. */
export interface CatalogView {
  readonly json: unknown;
  readonly lines: readonly string[];
}

const PROVIDERS = ['aws', 'gcp', 'azure'] as const satisfies readonly ProviderId[];

/** How many names of a gap are listed; the JSON has all. */
const MOST_NAMES = 8;

/** Counts, sources and what is not known. */
export function overviewOf(catalog: Catalog): CatalogView {
  const providers = PROVIDERS.map((provider) => countsOf(catalog, provider)).filter(
    ({ regions }) => regions > 0,
  );
  const gaps = gapsOf(catalog);
  const { asOf, hash, overlay, sources } = catalog;
  return {
    json: { asOf, hash, ...(overlay === undefined ? {} : { overlay }), providers, sources, gaps },
    lines: [
      `Facts put together on ${asOf}, ${hash}.`,
      ...(overlay === undefined ? [] : [`With an overlay, ${overlay}.`]),
      '',
      ...renderPlainTable(
        [
          { head: 'provider' },
          { head: 'regions', align: 'right' },
          { head: 'restricted', align: 'right' },
          { head: 'machine types', align: 'right' },
          { head: 'regions with prices', align: 'right' },
          { head: 'prices of machines', align: 'right' },
          { head: 'regions with rates', align: 'right' },
        ],
        providers.map(({ provider, ...counts }) => [provider, ...Object.values(counts).map(groupThousands)]),
      ),
      '',
      ...renderPlainTable(
        [{ head: 'source' }, { head: 'date' }, { head: 'what was read' }],
        sources.map(({ id, asOf: date, title }) => [id, date, title]),
      ),
      '',
      ...gaps.map(
        ({ what, places }) =>
          `Not known: ${what} of ${formatCount(places.length, 'region')} (${some(places)}).`,
      ),
    ],
  };
}

function countsOf(catalog: Catalog, provider: ProviderId) {
  const regions = catalog.regions.filter((region) => region.provider === provider);
  const priced = Object.entries(catalog.machinePrices).filter(
    ([place, rows]) => place.startsWith(`${provider}/`) && rows.length > 0,
  );
  return {
    provider,
    regions: regions.length,
    restricted: regions.filter(({ restricted }) => restricted).length,
    machineTypes: catalog.machineTypes.filter((machine) => machine.provider === provider).length,
    pricedRegions: priced.length,
    machinePrices: priced.reduce((sum, [, rows]) => sum + rows.length, 0),
    ratedRegions: Object.keys(catalog.rates).filter((place) => place.startsWith(`${provider}/`)).length,
  };
}

function gapsOf(catalog: Catalog): readonly { readonly what: string; readonly places: readonly string[] }[] {
  const without = (what: string, known: (region: Region, place: string) => boolean) => ({
    what,
    places: catalog.regions
      .map((region) => ({ region, place: placeOf(region) }))
      .filter(({ region, place }) => !known(region, place))
      .map(({ place }) => place),
  });
  return [
    without('prices of machines', (_, place) => (catalog.machinePrices[place] ?? []).length > 0),
    without('other rates', (_, place) => catalog.rates[place] !== undefined),
    without('zones', ({ zones }) => zones !== undefined),
    without('carbon intensity', ({ carbonGramsPerKwh }) => carbonGramsPerKwh !== undefined),
  ].filter(({ places }) => places.length > 0);
}

function some(places: readonly string[]): string {
  const rest = places.length - MOST_NAMES;
  const shown = places.slice(0, MOST_NAMES).join(', ');
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

/** The regions of a provider, each in a line. */
export function regionsOf(catalog: Catalog, provider: ProviderId): CatalogView {
  const regions = catalog.regions.filter((region) => region.provider === provider);
  return {
    json: regions.map((region) => ({
      ...region,
      machinePrices: (catalog.machinePrices[placeOf(region)] ?? []).length,
      rates: catalog.rates[placeOf(region)] !== undefined,
    })),
    lines: renderPlainTable(
      [
        { head: 'region' },
        { head: 'name' },
        { head: 'country' },
        { head: 'law' },
        { head: 'zones', align: 'right' },
        { head: 'g CO₂/kWh', align: 'right' },
        { head: 'prices', align: 'right' },
        { head: 'rates' },
        { head: 'restricted' },
      ],
      regions.map((region) => [
        region.id,
        region.name,
        region.country,
        region.jurisdiction,
        known(region.zones),
        known(region.carbonGramsPerKwh),
        String((catalog.machinePrices[placeOf(region)] ?? []).length),
        catalog.rates[placeOf(region)] === undefined ? 'none' : 'known',
        region.restricted ? 'yes' : 'no',
      ]),
    ),
  };
}

/** All that is known of one region, every figure with its kind, source and date. */
export function regionView(catalog: Catalog, region: Region): CatalogView {
  const place = placeOf(region);
  const rates = catalog.rates[place];
  const prices = catalog.machinePrices[place] ?? [];
  const { operator } = region;
  return {
    json: { region, rates: rates ?? null, machinePrices: prices },
    lines: [
      `${place}: ${region.name}${region.city === undefined ? '' : `, ${region.city}`}`,
      `  country ${region.country}, law ${region.jurisdiction}, run by ${operator.legalEntity} (${operator.jurisdiction}, parent in ${operator.ultimateParent})`,
      `  zones ${known(region.zones)}, partition ${region.partition}${region.restricted ? ', restricted: only when a request lists it' : ''}, source ${region.source} of ${region.asOf}`,
      `  carbon ${region.carbonGramsPerKwh === undefined ? 'not known' : `${region.carbonGramsPerKwh} g CO₂ per kWh, source ${region.carbonSource ?? 'not given'}`}`,
      '',
      ...(rates === undefined ? ['No rates are known here.'] : ratesTable(rates)),
      '',
      ...(prices.length === 0
        ? ['No prices of machines are known here.']
        : pricesTable(catalog, region.provider, prices)),
    ],
  };
}

function ratesTable({ egress, ...rates }: RegionRates): readonly string[] {
  const named = Object.entries(rates).map(([name, rate]): readonly [string, Rate | undefined] => [
    name,
    rate,
  ]);
  const steps = egress.map(({ uptoGib, rate }): readonly [string, Rate] => [
    uptoGib === undefined ? 'egress' : `egress up to ${groupThousands(uptoGib)} GiB`,
    rate,
  ]);
  return renderPlainTable(
    [
      { head: 'rate' },
      { head: 'price', align: 'right' },
      { head: 'per' },
      { head: 'kind' },
      { head: 'source' },
      { head: 'date' },
    ],
    [...named, ...steps].map(([name, rate]) =>
      rate === undefined
        ? [name, 'not known']
        : [name, formatUnitUsd(rate.microUsd), rate.per, rate.kind, rate.source, rate.asOf],
    ),
  );
}

function pricesTable(
  catalog: Catalog,
  provider: ProviderId,
  prices: readonly MachinePrice[],
): readonly string[] {
  const machines = new Map(
    catalog.machineTypes
      .filter((machine) => machine.provider === provider)
      .map((machine) => [machine.type, machine]),
  );
  return renderPlainTable(
    [
      { head: 'machine type' },
      { head: 'vCPU', align: 'right' },
      { head: 'GiB', align: 'right' },
      ...PRICE_COLUMNS,
    ],
    prices.map((price) => {
      const machine = machines.get(price.type);
      return [
        price.type,
        known(machine?.vcpu),
        known(machine === undefined ? undefined : machine.memoryMib / 1024),
        ...priceCells(price),
      ];
    }),
  );
}

/** One machine type in all regions that have a price for it, the cheapest first. */
export function typeView(catalog: Catalog, type: string, provider: ProviderId | undefined): CatalogView {
  const rows = Object.entries(catalog.machinePrices)
    .filter(([place]) => provider === undefined || place.startsWith(`${provider}/`))
    .flatMap(([place, prices]) =>
      prices.filter((price) => price.type === type).map((price) => ({ place, price })),
    )
    .sort(
      (left, right) => left.price.onDemand - right.price.onDemand || compareText(left.place, right.place),
    );
  return {
    json: rows.map(({ place, price }) => ({ place, ...price })),
    lines:
      rows.length === 0
        ? [`No price of ${type} is known.`]
        : renderPlainTable(
            [{ head: 'region' }, ...PRICE_COLUMNS],
            rows.map(({ place, price }) => [place, ...priceCells(price)]),
          ),
  };
}

const PRICE_COLUMNS = [
  { head: 'on demand', align: 'right' },
  { head: 'spot', align: 'right' },
  { head: '1 year', align: 'right' },
  { head: '3 years', align: 'right' },
  { head: 'kind' },
  { head: 'source' },
  { head: 'date' },
] as const;

function priceCells(price: MachinePrice): readonly string[] {
  const money = (micro: number | undefined) => (micro === undefined ? '–' : formatUnitUsd(micro));
  return [
    money(price.onDemand),
    money(price.spot),
    money(price.committed1y),
    money(price.committed3y),
    price.kind ?? 'list',
    price.source,
    price.asOf,
  ];
}

function placeOf({ provider, id }: Region): string {
  return `${provider}/${id}`;
}

function known(value: number | undefined): string {
  return value === undefined ? 'not known' : String(value);
}
