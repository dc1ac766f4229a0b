import { z } from 'zod';
import { KNOWN_REGIMES } from '../../catalog/regimes';
import { country, date, jurisdiction, line, reachingRange, text } from './schema-parts';
import type { Administrators, ApiAccessRequest, ComplianceRequest, Residency, Security } from './types';

const apiAccessSchema = z
  .discriminatedUnion('exposure', [
    z.strictObject({ exposure: z.literal('private') }),
    z.strictObject({
      exposure: z.literal('restricted'),
      cidrs: z
        .array(
          reachingRange({
            description: 'Range that may reach the Kubernetes API over the Internet.',
            examples: ['203.0.113.0/24'],
          }),
        )
        .min(1)
        .meta({
          description: 'Ranges that may reach the Kubernetes API over the Internet.',
          examples: [['203.0.113.0/24']],
        }),
    }),
    z.strictObject({ exposure: z.literal('public') }),
  ])
  .meta({
    description: 'Who can reach the Kubernetes API over the network.',
    examples: [{ exposure: 'private' }, { exposure: 'restricted', cidrs: ['203.0.113.0/24'] }],
  }) satisfies z.ZodType<ApiAccessRequest>;

const evidenceSchema = z
  .strictObject({
    platform: z.string().meta({ description: 'Platform that the evidence speaks for.', examples: ['eks'] }),
    site: z
      .string()
      .optional()
      .meta({ description: 'Site that the evidence speaks for. Absent: every place of the platform.' }),
    id: line({ description: 'Number of the certificate or report.', examples: ['AoC-2026-117'] }),
    validUntil: date({
      description: 'Last day that the evidence is valid, compared with the plan date.',
      examples: ['2027-06-30'],
    }),
  })
  .meta({
    description: "The user's own evidence, where the catalogue has none.",
    examples: [{ platform: 'eks', id: 'AoC-2026-117', validUntil: '2027-06-30' }],
  });

export const regime = z
  .enum(KNOWN_REGIMES)
  .meta({ description: 'Compliance regime that the cluster must be under.', examples: ['PCI-DSS'] });

export const complianceSchema = z
  .array(
    z.union([
      regime.transform((name): ComplianceRequest => ({ regime: name, evidence: [] })),
      z
        .strictObject({
          regime,
          evidence: z.array(evidenceSchema).default([]).meta({
            description: 'Lifts what the catalogue does not know; what it refutes cannot be lifted.',
          }),
        })
        .meta({
          description: 'A regime with evidence.',
          examples: [{ regime: 'PCI-DSS' }],
        }),
    ]),
  )
  .default([])
  .meta({
    description: 'Compliance regimes, by name or with evidence.',
    examples: [['PCI-DSS', 'ISO27001']],
  }) satisfies z.ZodType<readonly ComplianceRequest[]>;

export const securitySchema = z
  .strictObject({
    publicCloud: z
      .enum(['allowed', 'forbidden'])
      .default('allowed')
      .meta({ description: 'With `forbidden` only own sites are left.' }),
    apiAccess: apiAccessSchema.default({ exposure: 'private' }),
    customerManagedKeys: z
      .boolean()
      .default(true)
      .meta({ description: 'Whether secrets must be encrypted with a key that the customer controls.' }),
    compliance: complianceSchema,
  })
  .prefault({})
  .meta({ description: 'What the cluster must be protected by.' }) satisfies z.ZodType<Security>;

const placeOfLaw = z.strictObject({
  countries: z
    .array(country({ description: 'ISO 3166-1 alpha-2 code of a country.', examples: ['DE'] }))
    .default([])
    .meta({ description: 'Countries, as ISO 3166-1 alpha-2 codes.', examples: [['DE', 'FR']] }),
  jurisdictions: z
    .array(
      jurisdiction({
        description: '`EU`, `EEA`, `UK`, `CH`, `US`, `CA`, `CN`, `HK`, or the ISO code of another country.',
        examples: ['EU'],
      }),
    )
    .default([])
    .meta({ description: 'Groups of countries under one law.', examples: [['EU']] }),
});

export const residencySchema = z
  .strictObject({
    data: placeOfLaw.optional().meta({
      description: 'Where the data may be. Absent: anywhere.',
      examples: [{ jurisdictions: ['EU'] }],
    }),
    operatorLaw: placeOfLaw.optional().meta({
      description: 'Law that the operator and its ultimate parent may be under. Absent: any.',
      examples: [{ jurisdictions: ['EU'] }],
    }),
  })
  .prefault({})
  .meta({
    description: 'Two questions: where the data is, and under whose law the operator and its parent are.',
  }) satisfies z.ZodType<Residency>;

export const awsPrincipal = text(
  `the ARN of an IAM role or user such as 'arn:aws:iam::111122223333:role/platform'`,
  /^arn:aws[a-z-]{0,16}:iam::\d{12}:(role|user)\/[\w+=,.@/-]{1,512}$/,
  { description: 'ARN of an IAM role or user.', examples: ['arn:aws:iam::111122223333:role/platform'] },
);

export const googleMember = text(
  `an IAM member such as 'group:platform@example.com'`,
  /^(user|group|serviceAccount|domain|principal|principalSet):\S{1,512}$/,
  { description: 'IAM member.', examples: ['group:platform@example.com'] },
);

export const administratorsSchema = z
  .strictObject({
    aws: z
      .record(z.string(), awsPrincipal)
      .default({})
      .meta({
        description: 'IAM roles and users that administer the cluster on EKS, by a name of your choice.',
        examples: [{ platform: 'arn:aws:iam::111122223333:role/platform' }],
      }),
    google: z
      .record(z.string(), googleMember)
      .default({})
      .meta({
        description: 'IAM members that administer the cluster on GKE, by a name of your choice.',
        examples: [{ platform: 'group:platform@example.com' }],
      }),
  })
  .prefault({})
  .meta({
    description:
      'Who administers the cluster, in the words of each cloud. On premises it is whoever holds the admin certificate.',
    examples: [{ aws: { platform: 'arn:aws:iam::111122223333:role/platform' } }],
  }) satisfies z.ZodType<Administrators>;
