import * as z from 'zod';
import { KNOWN_REGIMES } from '../../catalog/regimes';
import { country, date, jurisdiction, line, reachingRange, text } from '../../document/schema-parts';
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
      .meta({ description: 'Site that the evidence speaks for. Absent: every place of the platform.' })
      .optional(),
    id: line({ description: 'Number of the certificate or report.', examples: ['AoC-2026-117'] }),
    validUntil: date({
      description: 'Last day that the evidence is valid, YYYY-MM-DD, compared with the plan date.',
      examples: ['2027-06-30'],
    }),
  })
  .meta({
    description: "The user's own evidence, where the catalogue has none.",
    examples: [{ platform: 'eks', id: 'AoC-2026-117', validUntil: '2027-06-30' }],
  });

const regime = z
  .enum(KNOWN_REGIMES)
  .meta({ description: 'Compliance regime that the cluster must be under.', examples: ['PCI-DSS'] });

const complianceSchema = z
  .array(
    z.union([
      regime.transform((name): ComplianceRequest => ({ regime: name, evidence: [] })),
      z
        .strictObject({
          regime,
          evidence: z
            .array(evidenceSchema)
            .meta({
              description: 'Lifts what the catalogue does not know; what it refutes cannot be lifted.',
            })
            .default([]),
        })
        .meta({
          description: 'A regime with evidence.',
          examples: [{ regime: 'PCI-DSS' }],
        }),
    ]),
  )
  .meta({
    description: 'Compliance regimes, by name or with evidence.',
    examples: [['PCI-DSS', 'ISO27001']],
  })
  .prefault([]) satisfies z.ZodType<readonly ComplianceRequest[]>;

export const securitySchema = z
  .strictObject({
    publicCloud: z
      .enum(['allowed', 'forbidden'])
      .meta({ description: 'With `forbidden` only own sites are left.' })
      .default('allowed'),
    apiAccess: apiAccessSchema.prefault({ exposure: 'private' }),
    customerManagedKeys: z
      .boolean()
      .meta({ description: 'Whether secrets must be encrypted with a key that the customer controls.' })
      .default(true),
    airGap: z
      .boolean()
      .meta({ description: 'Whether nodes and pods must have no way to the Internet at all.' })
      .default(false),
    tenancy: z
      .enum(['shared', 'dedicated', 'confidential'])
      .meta({
        description:
          "Who else's workloads may share the machines. `confidential` also encrypts memory against the host.",
      })
      .default('shared'),
    compliance: complianceSchema,
  })
  .meta({ description: 'What the cluster must be protected by.' })
  .prefault({}) satisfies z.ZodType<Security>;

const placeOfLaw = z.strictObject({
  countries: z
    .array(country({ description: 'ISO 3166-1 alpha-2 code of a country.', examples: ['DE'] }))
    .meta({ description: 'Countries, as ISO 3166-1 alpha-2 codes.', examples: [['DE', 'FR']] })
    .default([]),
  jurisdictions: z
    .array(
      jurisdiction({
        description: '`EU`, `EEA`, `UK`, `CH`, `US`, `CA`, `CN`, `HK`, or the ISO code of another country.',
        examples: ['EU'],
      }),
    )
    .meta({ description: 'Groups of countries under one law.', examples: [['EU']] })
    .default([]),
});

export const residencySchema = z
  .strictObject({
    data: placeOfLaw
      .meta({
        description: 'Where the data may be. Absent: anywhere.',
        examples: [{ jurisdictions: ['EU'] }],
      })
      .optional(),
    controlPlane: placeOfLaw
      .meta({
        description: 'Where the control plane may be, with names, labels and secrets. Absent: anywhere.',
        examples: [{ jurisdictions: ['EU'] }],
      })
      .optional(),
    backups: placeOfLaw
      .meta({ description: 'Where backups may be. Absent: anywhere.', examples: [{ jurisdictions: ['EU'] }] })
      .optional(),
    telemetry: placeOfLaw
      .meta({
        description: 'Where logs and metrics may be that the platform sends somewhere. Absent: anywhere.',
        examples: [{ jurisdictions: ['EU'] }],
      })
      .optional(),
    operatorLaw: placeOfLaw
      .meta({
        description: 'Law that the operator and its ultimate parent may be under. Absent: any.',
        examples: [{ jurisdictions: ['EU'] }],
      })
      .optional(),
  })
  .meta({
    description: 'Two questions: where the data is, and under whose law the operator and its parent are.',
  })
  .prefault({}) satisfies z.ZodType<Residency>;

/** Names of administrators become parts of Terraform addresses. */
export const ADMINISTRATOR = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;

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
      .meta({
        propertyNames: { pattern: ADMINISTRATOR.source },
        description: 'IAM roles and users that administer the cluster on EKS, by a name of your choice.',
        examples: [{ platform: 'arn:aws:iam::111122223333:role/platform' }],
      })
      .default({}),
    google: z
      .record(z.string(), googleMember)
      .meta({
        propertyNames: { pattern: ADMINISTRATOR.source },
        description: 'IAM members that administer the cluster on GKE, by a name of your choice.',
        examples: [{ platform: 'group:platform@example.com' }],
      })
      .default({}),
  })
  .meta({
    description:
      'Who administers the cluster, in the words of each cloud. On premises it is whoever holds the admin certificate.',
    examples: [{ aws: { platform: 'arn:aws:iam::111122223333:role/platform' } }],
  })
  .prefault({}) satisfies z.ZodType<Administrators>;
