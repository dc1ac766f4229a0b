import * as z from 'zod';
import { date, line, number } from '../../document/schema-parts';
import type { ManagedService, ProviderId } from '../types';
import type { MachinePriceField, OverlaidRates } from './types';

/** Up to a million dollars, which keeps all sums in safe integers of millionths. */
const MOST_USD = 1_000_000;

/** A price may be nothing; unknown is left out instead. */
export function usd(description: string, example: number) {
  return number(0, MOST_USD).meta({ description, examples: [example] });
}

/** No machine is free: a zero would win every comparison. */
function machineUsd(description: string, example: number) {
  return number(0.000001, MOST_USD).meta({ description, examples: [example] });
}

export const sourceName = line({
  description: 'Where the figures come from: words, or a key of sources.',
  examples: ['contract 4711'],
});

export const asOfDate = date({ description: 'Date of the figures.', examples: ['2026-10-01'] });

/** On every record. */
export const provenance = {
  source: sourceName.optional(),
  asOf: asOfDate.optional(),
};

/** One map for each cloud, so that a wrong name is told with those that are allowed. */
export function perProvider<T extends z.ZodType>(record: T, description: string, example: unknown) {
  const byName = z.record(z.string(), record).optional();
  return z
    .strictObject({ aws: byName, gcp: byName, azure: byName } satisfies Record<ProviderId, unknown>)
    .meta({ description, examples: [example] })
    .prefault({});
}

/** One entry for each service. */
export function perService<T extends z.ZodType>(record: T, description: string) {
  return z
    .strictObject({
      eks: record.optional(),
      gke: record.optional(),
      aks: record.optional(),
    } satisfies Record<ManagedService, unknown>)
    .meta({ description })
    .prefault({});
}

const PRICE_FIELDS = [
  'onDemand',
  'spot',
  'committed1y',
  'committed3y',
] as const satisfies readonly MachinePriceField[];

const names = (description: string, example: string) =>
  z
    .array(z.string())
    .min(1)
    .meta({ description, examples: [[example]] })
    .optional();

export const discountsSchema = z
  .array(
    z.strictObject({
      provider: z
        .enum(['aws', 'gcp', 'azure'])
        .meta({ description: 'Whose list prices.', examples: ['aws'] }),
      percent: number(0, 99.999).meta({
        description: 'Share off the list price of a machine.',
        examples: [12],
      }),
      regions: names('Only in these regions. Absent: everywhere.', 'eu-central-1'),
      families: names('Only these families. Absent: all.', 'm7i'),
      types: names('Only these machine types. Absent: all.', 'm7i.large'),
      prices: z
        .array(z.enum(PRICE_FIELDS))
        .min(1)
        .meta({ description: 'Prices that are reduced.', examples: [['onDemand', 'committed1y']] })
        .default(['onDemand', 'committed1y', 'committed3y']),
      ...provenance,
    }),
  )
  .meta({ description: 'Negotiated discounts on machines. The last one that matches counts.' })
  .default([]);

export const machinePriceSchema = z.strictObject({
  usdPerHour: machineUsd('Price of an hour on demand, in US dollars.', 0.0965),
  spotUsdPerHour: machineUsd('Price of an hour of interruptible capacity.', 0.04).optional(),
  committed1yUsdPerHour: machineUsd('Price of an hour promised for a year.', 0.0611).optional(),
  committed3yUsdPerHour: machineUsd('Price of an hour promised for three years.', 0.042).optional(),
  ...provenance,
});

export const ratesSchema = z.strictObject({
  natHour: usd('An hour of a NAT gateway (AWS), or the cap of Cloud NAT.', 0.045).optional(),
  natVmHour: usd('An hour of Cloud NAT for one machine.', 0.0014).optional(),
  natGib: usd('A GiB through a NAT gateway.', 0.045).optional(),
  loadBalancerHour: usd('An hour of a load balancer.', 0.0225).optional(),
  crossZoneGib: usd('A GiB between two zones.', 0.01).optional(),
  egress: z
    .array(
      z.strictObject({
        uptoGib: number(1, 1e9)
          .meta({ description: 'End of the step in GiB a month; the last step has none.', examples: [10240] })
          .optional(),
        usdPerGib: usd('A GiB to the internet.', 0.09),
      }),
    )
    .min(1)
    .meta({ description: 'Traffic to the internet, in steps.', examples: [[{ usdPerGib: 0.09 }]] })
    .optional(),
  storageGibMonth: usd('A GiB of persistent disk a month.', 0.08).optional(),
  keyMonth: usd('An encryption key a month.', 1).optional(),
  privateEndpointHour: usd('An hour of an interface endpoint in one zone.', 0.01).optional(),
  privateEndpointGib: usd('A GiB through an interface endpoint.', 0.01).optional(),
  loadBalancerUnitHour: usd('An hour of a capacity unit of a load balancer.', 0.006).optional(),
  loadBalancerGib: usd('A GiB through a load balancer.', 0.008).optional(),
  publicIpv4Hour: usd('An hour of a public IPv4 address.', 0.005).optional(),
  logGib: usd('A GiB of logs taken in.', 0.5).optional(),
  ...provenance,
}) satisfies z.ZodType<OverlaidRates>;

export const controlPlaneSchema = z.strictObject({
  standardHour: usd('An hour of a cluster in standard support.', 0.1).optional(),
  extendedHour: usd('An hour of a cluster in extended support.', 0.6).optional(),
  ...provenance,
});

export const podRatesSchema = z.strictObject({
  vcpuHour: usd('An hour of one vCPU that pods request.', 0.0445),
  memoryGibHour: usd('An hour of one GiB that pods request.', 0.0049225),
  spotVcpuHour: usd('The same on interruptible capacity.', 0.0133).optional(),
  spotMemoryGibHour: usd('The same on interruptible capacity.', 0.0014767).optional(),
  ...provenance,
});
