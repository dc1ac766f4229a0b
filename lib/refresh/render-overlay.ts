import { compareText } from '../values';
import { usdText } from './money';
import type { RefreshedFee, RefreshedMachine, RefreshedPrices, RefreshedRate } from './refreshed-prices';

/** The overlay file of what was read. The same answers give the same bytes, in whatever order they came. */
export function renderOverlay(prices: RefreshedPrices): string {
  const { provider, source } = prices;
  const asOf = dateOf(prices);
  return [
    `# List prices of ${provider}, read by 'kubewhere catalog refresh'. Read again rather than edit;`,
    '# discounts and prices of your own belong in a file that is put over this one.',
    'apiVersion: kubewhere/overlay/v1',
    'kind: list',
    `source: ${source.id}`,
    `asOf: "${asOf}"`,
    'sources:',
    `  ${source.id}:`,
    `    title: ${JSON.stringify(source.title)}`,
    `    reference: ${JSON.stringify(source.reference)}`,
    ...section('machinePrices', provider, machineLines(prices.machines, asOf)),
    ...section('rates', provider, rateLines(prices.rates, asOf)),
    ...feeLines(prices.fees, asOf),
    '',
  ].join('\n');
}

/** The date that most figures have; of two as frequent the later. The others say their own. */
function dateOf({ machines, rates, fees }: RefreshedPrices): string {
  const counts = new Map<string, number>();
  for (const { asOf } of [...machines, ...rates, ...fees]) counts.set(asOf, (counts.get(asOf) ?? 0) + 1);
  const ordered = [...counts].sort(
    ([leftDate, left], [rightDate, right]) => right - left || compareText(rightDate, leftDate),
  );
  return ordered[0]?.[0] ?? '';
}

function section(name: string, provider: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${name}:`, `  ${provider}:`, ...lines];
}

function machineLines(machines: readonly RefreshedMachine[], asOf: string): readonly string[] {
  return byRegion(machines).flatMap(([region, rows]) => [
    `    ${region}:`,
    ...[...rows]
      .sort((left, right) => compareText(left.type, right.type))
      .map((row) => {
        const fields = [
          ['usdPerHour', row.onDemand],
          ['spotUsdPerHour', row.spot],
          ['committed1yUsdPerHour', row.committed1y],
          ['committed3yUsdPerHour', row.committed3y],
        ] as const;
        return `      ${row.type}: ${flow(fields, row.asOf, asOf)}`;
      }),
  ]);
}

/** Figures of another date are a record of their own to the reader, so a region has one date: the oldest. */
function rateLines(rates: readonly RefreshedRate[], asOf: string): readonly string[] {
  return byRegion(rates).map(([region, rows]) => {
    const sorted = [...rows].sort((left, right) => compareText(left.rate, right.rate));
    const oldest = sorted.map((row) => row.asOf).sort(compareText)[0] ?? asOf;
    return `    ${region}: ${flow(
      sorted.map(({ rate, microUsd }) => [rate, microUsd] as const),
      oldest,
      asOf,
    )}`;
  });
}

function feeLines(fees: readonly RefreshedFee[], asOf: string): readonly string[] {
  if (fees.length === 0) return [];
  const lines = [...fees]
    .sort((left, right) => compareText(left.service, right.service))
    .map((fee) => {
      const fields = [
        ['standardHour', fee.standardHour],
        ['extendedHour', fee.extendedHour],
      ] as const;
      return `  ${fee.service}: ${flow(fields, fee.asOf, asOf)}`;
    });
  return ['controlPlane:', ...lines];
}

function flow(
  fields: readonly (readonly [string, number | undefined])[],
  own: string,
  ofFile: string,
): string {
  const known = fields.flatMap(([name, micro]) =>
    micro === undefined ? [] : [`${name}: ${usdText(micro)}`],
  );
  return `{ ${[...known, ...(own === ofFile ? [] : [`asOf: "${own}"`])].join(', ')} }`;
}

function byRegion<T extends { readonly region: string }>(
  rows: readonly T[],
): readonly (readonly [string, readonly T[]])[] {
  const regions = [...new Set(rows.map(({ region }) => region))].sort(compareText);
  return regions.map((region) => [region, rows.filter((row) => row.region === region)]);
}
