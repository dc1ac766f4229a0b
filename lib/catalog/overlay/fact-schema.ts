import * as z from 'zod';
import { country, jurisdiction, line, number, wholeNumber } from '../../document/schema-parts';
import { asOfDate, provenance } from './price-schema';
import type { OverlaidMachineType, OverlaidRegion } from './types';

export const regionSchema = z.strictObject({
  name: line({ description: 'What people call the region.', examples: ['Europe (Frankfurt)'] }).optional(),
  country: country({ description: 'ISO 3166-1 code of the country.', examples: ['DE'] }).optional(),
  jurisdiction: jurisdiction({
    description: 'Law of the place, in the words of requests.',
    examples: ['EU'],
  }).optional(),
  operator: z
    .strictObject({
      legalEntity: line({
        description: 'Company that runs the region.',
        examples: ['Amazon Web Services EMEA SARL'],
      }),
      jurisdiction: country({ description: 'Country of that company.', examples: ['LU'] }),
      ultimateParent: country({
        description: 'Country of the company that owns it in the end.',
        examples: ['US'],
      }),
    })
    .meta({ description: 'Who runs the region.' })
    .optional(),
  city: line({ description: 'City of the region.', examples: ['Frankfurt'] }).optional(),
  partition: line({ description: 'Partition of the provider.', examples: ['aws'] }).optional(),
  restricted: z
    .boolean()
    .meta({ description: 'Whether the region is a candidate only when a request lists it.' })
    .optional(),
  zones: wholeNumber(0, 10)
    .meta({ description: 'Zones that a new account can use; 0 where the region has none.', examples: [3] })
    .optional(),
  carbonGramsPerKwh: number(0, 2000)
    .meta({ description: 'Carbon intensity of the grid.', examples: [381] })
    .optional(),
  ...provenance,
}) satisfies z.ZodType<OverlaidRegion>;

export const machineTypeSchema = z.strictObject({
  vcpu: wholeNumber(1, 1024)
    .meta({ description: 'Virtual processors.', examples: [2] })
    .optional(),
  memoryGib: number(0.5, 32768)
    .meta({ description: 'Memory in GiB.', examples: [8] })
    .optional(),
  architecture: z.enum(['amd64', 'arm64']).meta({ description: 'Architecture of the processor.' }).optional(),
  class: z
    .enum(['general', 'compute', 'memory', 'burstable', 'gpu'])
    .meta({ description: 'What the machine is made for.' })
    .optional(),
  gpu: z
    .strictObject({
      model: line({ description: 'Model of the accelerators.', examples: ['NVIDIA L4'] }),
      count: wholeNumber(1, 64).meta({ description: 'Accelerators of one machine.', examples: [1] }),
      memoryGib: number(1, 4096).meta({ description: 'Memory of each in GiB.', examples: [24] }),
    })
    .meta({ description: 'Accelerators of one machine.' })
    .optional(),
  confidential: z
    .boolean()
    .meta({ description: 'Whether its memory can be encrypted against the host.' })
    .optional(),
}) satisfies z.ZodType<OverlaidMachineType>;

export const supportSchema = z.record(
  z.string(),
  z.strictObject({
    standardUntil: asOfDate.meta({ description: 'Last day of standard support.', examples: ['2027-08-02'] }),
    extendedUntil: asOfDate
      .meta({ description: 'Last day of extended support.', examples: ['2028-08-02'] })
      .optional(),
    ...provenance,
  }),
);

export const complianceSchema = z.record(
  z.string(),
  z.strictObject({
    status: z
      .enum(['proven', 'refuted', 'unknown'])
      .meta({ description: 'What is documented of the service.', examples: ['proven'] }),
    regions: z
      .array(z.string())
      .min(1)
      .meta({ description: 'Regions that the proof is limited to. Absent: all ordinary ones.' })
      .optional(),
    note: line({ description: 'What the document says.', examples: ['Report of 2026-06, section 3.'] }),
    ...provenance,
  }),
);

export const hoursSchema = z.record(
  z.string(),
  z.strictObject({
    hoursPerMonth: number(0, 744).meta({
      description: 'What people do a month for one cluster.',
      examples: [2],
    }),
    rationale: line({
      description: 'How the figure came about.',
      examples: ['Time sheets of 2026.'],
    }).optional(),
    ...provenance,
  }),
);
