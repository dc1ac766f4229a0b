import * as z from 'zod';
import { line, number } from '../../document/schema-parts';
import { complianceSchema, hoursSchema, machineTypeSchema, regionSchema, supportSchema } from './fact-schema';
import {
  asOfDate,
  controlPlaneSchema,
  discountsSchema,
  machinePriceSchema,
  perProvider,
  perService,
  podRatesSchema,
  provenance,
  ratesSchema,
  sourceName,
  usd,
} from './price-schema';
import { HOURS_PLATFORMS, type Overlay } from './types';

/** The file as it is written. What two values or the catalogue must say is left to the cross checks. */
export const overlaySchema = z.strictObject({
  apiVersion: z
    .literal('kubewhere/overlay/v1')
    .meta({ description: 'Format of the file.', examples: ['kubewhere/overlay/v1'] }),
  source: sourceName,
  asOf: asOfDate,
  kind: z
    .enum(['user', 'list'])
    .meta({ description: 'Whether the figures are your own or those of a price list.' })
    .default('user'),
  sources: z
    .record(
      z.string(),
      z.strictObject({
        title: line({
          description: 'What was read, in a sentence.',
          examples: ['Private pricing addendum.'],
        }),
        reference: line({ description: 'Where it can be read.', examples: ['contract 4711'] }),
        asOf: asOfDate.optional(),
      }),
    )
    .meta({ description: 'What the names of sources stand for.' })
    .prefault({}),
  discounts: discountsSchema,
  machineTypes: perProvider(machineTypeSchema, 'Machine types by name.', {
    aws: { 'm8i.large': { vcpu: 2, memoryGib: 8, architecture: 'amd64', class: 'general' } },
  }),
  machinePrices: perProvider(
    z.record(z.string(), machinePriceSchema),
    'Prices of machines by region and type.',
    { aws: { 'eu-central-1': { 'm7i.large': { usdPerHour: 0.0965 } } } },
  ),
  rates: perProvider(ratesSchema, 'Other unit prices by region.', {
    aws: { 'eu-central-1': { natHour: 0.045 } },
  }),
  controlPlane: perService(controlPlaneSchema, 'Fees of managed control planes.'),
  eksAuto: z
    .strictObject({
      percent: number(0, 100).meta({
        description: 'What EKS Auto Mode adds to the on-demand price of a machine.',
        examples: [12],
      }),
      ...provenance,
    })
    .meta({ description: 'The fee of EKS Auto Mode.' })
    .optional(),
  gkeCredit: z
    .strictObject({
      usdPerMonth: usd('What Google credits a billing account for clusters.', 74.4),
      ...provenance,
    })
    .meta({ description: 'The credit of Google for one cluster.' })
    .optional(),
  autopilot: z
    .record(z.string(), podRatesSchema)
    .meta({ description: 'Prices of GKE Autopilot by region.' })
    .prefault({}),
  regions: perProvider(regionSchema, 'Facts of regions.', { aws: { 'eu-central-1': { zones: 3 } } }),
  kubernetes: perService(supportSchema, 'Support windows by service and minor version.'),
  compliance: z
    .strictObject({
      eks: complianceSchema.optional(),
      gke: complianceSchema.optional(),
      aks: complianceSchema.optional(),
      ec2: complianceSchema.optional(),
    })
    .meta({ description: 'What is documented under a regime, by service and regime.' })
    .prefault({}),
  hours: z
    .strictObject(
      Object.fromEntries(HOURS_PLATFORMS.map((platform) => [platform, hoursSchema.optional()])) as {
        [P in (typeof HOURS_PLATFORMS)[number]]: z.ZodOptional<typeof hoursSchema>;
      },
    )
    .meta({ description: 'Hours of people by platform and label.' })
    .prefault({}),
  onPrem: z
    .strictObject({
      pue: z
        .strictObject({
          value: number(1, 5).meta({ description: 'Power usage effectiveness.', examples: [1.3] }),
          ...provenance,
        })
        .meta({ description: 'Power of the building over that of the machines.' })
        .optional(),
    })
    .meta({ description: 'Defaults of the on-premises cost model.' })
    .prefault({}),
}) satisfies z.ZodType<Overlay>;
