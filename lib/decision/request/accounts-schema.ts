import * as z from 'zod';
import { number, text, wholeNumber } from '../../document/schema-parts';
import type { Accounts, ExistingCommitment } from './types';

/** Most that Google credits a billing account a month. */
const GKE_CREDIT_USD = 74.4;

/** Providers that a promise can be given to. */
export const COMMITTED_PROVIDERS = ['aws', 'gcp', 'azure'] as const;

const commitmentSchema = z
  .strictObject({
    unusedUsdPerMonth: number(0, 1_000_000_000).meta({
      description:
        "Part of the promise that nothing else uses, in USD a month: so much of the machines' bill costs nothing more.",
      examples: [2000],
    }),
    discountPercent: number(0, 100)
      .meta({ description: 'What the provider takes off list prices of machines for it, in percent.' })
      .default(0),
  })
  .meta({
    description: 'A promise to spend, on machines only.',
    examples: [{ unusedUsdPerMonth: 2000, discountPercent: 12 }],
  }) satisfies z.ZodType<ExistingCommitment>;

const quotaSchema = z
  .strictObject({
    vcpu: wholeNumber(0, 10_000_000)
      .meta({ description: 'Most vCPU that all machines may have together. Absent: no known limit.' })
      .optional(),
    gpus: wholeNumber(0, 1_000_000)
      .meta({ description: 'Most accelerators that all machines may have together. Absent: no known limit.' })
      .optional(),
  })
  .meta({ description: 'Limits of one region.', examples: [{ vcpu: 256 }] });

export const accountsSchema = z
  .strictObject({
    google: z
      .strictObject({
        project: text(
          `the id of a Google Cloud project such as 'example-prod'`,
          /^([a-z0-9.-]{1,253}:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
          { description: 'Id of the project.', examples: ['example-prod'] },
        ),
        projectNumber: text(`a project number such as "123456789012"`, /^[1-9]\d{5,19}$/, {
          description:
            "Number of the project, in quotes; it is part of the names of Google's service agents.",
          examples: ['123456789012'],
        }),
        gkeCreditUsd: number(0, GKE_CREDIT_USD)
          .meta({
            description:
              "What is left a month of Google's credit for one cluster of the billing account, in USD; 0 when it is used up.",
            examples: [GKE_CREDIT_USD],
          })
          .default(0),
      })
      .meta({
        description: 'Project that GKE is defined in. Needed to synthesize GKE.',
        examples: [{ project: 'example-prod', projectNumber: '123456789012' }],
      })
      .optional(),
    commitments: z
      .record(z.string(), commitmentSchema)
      .meta({
        propertyNames: { enum: [...COMMITTED_PROVIDERS] },
        description:
          'Spend that was promised to a provider and is paid whether it is used or not, by `aws`, `gcp` or `azure`.',
        examples: [{ aws: { unusedUsdPerMonth: 2000, discountPercent: 12 } }],
      })
      .default({}),
    quotas: z
      .record(z.string(), quotaSchema)
      .meta({
        description: 'What your quota allows, by region. A region without an entry has no known limit.',
        examples: [{ 'eu-central-1': { vcpu: 256 } }],
      })
      .default({}),
  })
  .meta({
    description:
      'Your accounts with the clouds: what synthesis needs to know, what is already paid, what may be used.',
  })
  .prefault({}) satisfies z.ZodType<Accounts>;
