import * as z from 'zod';
import { date, kubernetesVersion, LABEL, text } from '../../document/schema-parts';
import { accountsSchema } from './accounts-schema';
import { availabilitySchema, relationsSchema } from './availability-schema';
import { budgetSchema, totalBudgetSchema } from './budget-schema';
import { capacitySchema } from './capacity-schema';
import { linksSchema } from './link-schema';
import { networkSchema } from './network-schema';
import { overridesSchema, planningSchema, weightsSchema } from './planning-schema';
import { administratorsSchema, residencySchema, securitySchema } from './security-schema';
import { siteSchema } from './site-schema';
import { backendSchema } from './terraform-schema';
import { trafficSchema } from './traffic-schema';
import type { ClusterRequest, Request } from './types';

/** Neither absolute, nor of a home folder, nor an address: a request means the same wherever it is checked out. */
const OVERLAY = /^(?![/~])(?![A-Za-z][A-Za-z0-9+.-]*:)[^\p{Cc}\\]{1,256}$/u;

/** Which names exist depends on the caller's platforms and catalogue; so names are judged by the cross checks. */
const allowDeny = (what: string, example: string, description: string) =>
  z
    .strictObject({
      allow: z
        .array(z.string())
        .min(1)
        .meta({ description: `Only these ${what}. Absent: all.`, examples: [[example]] })
        .optional(),
      deny: z
        .array(z.string())
        .meta({ description: `None of these ${what}.` })
        .default([]),
    })
    .meta({ description, examples: [{ allow: [example] }] })
    .prefault({});

const clusterSchema = z
  .strictObject({
    kubernetesVersion: kubernetesVersion({
      description: 'Minor version of Kubernetes, in quotes. The platform chooses the patch.',
      examples: ['1.34'],
    }),
    capacity: capacitySchema,
    availability: availabilitySchema,
    budget: budgetSchema,
    security: securitySchema,
    residency: residencySchema,
    planning: planningSchema,
    links: linksSchema,
    weights: weightsSchema,
    overrides: overridesSchema,
    platforms: allowDeny('platforms', 'eks', 'Platforms that may be chosen.'),
    places: allowDeny(
      'regions and sites',
      'eu-central-1',
      'Regions and own sites that may be chosen. Restricted regions must be listed in `allow`.',
    ),
    network: networkSchema,
    traffic: trafficSchema,
    administrators: administratorsSchema,
    deletionProtection: z
      .boolean()
      .meta({
        description:
          'Whether Terraform refuses to destroy the cluster. Taking it off needs an apply of its own before a destroy.',
      })
      .default(true),
  })
  .meta({ description: 'What one cluster has to be.' }) satisfies z.ZodType<ClusterRequest>;

export const requestSchema = z
  .strictObject({
    apiVersion: z.literal('kubewhere/v1').meta({
      description: 'Version of this file format.',
      examples: ['kubewhere/v1'],
    }),
    name: text(
      '1 to 20 lower-case letters, digits and hyphens that begin with a letter and do not end with a hyphen',
      /^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$/,
      {
        description: 'Stem of all names, 1 to 20 lower-case letters, digits and hyphens.',
        examples: ['payments'],
      },
    ),
    planDate: date({
      description:
        'Day that the plan is made for, YYYY-MM-DD. Support windows and evidence are judged at it; no clock is read.',
      examples: ['2026-11-24'],
    }),
    clusters: z.record(z.string(), clusterSchema).meta({
      propertyNames: { pattern: LABEL.source },
      description: 'Clusters, by name. A cluster is called `<request name>-<name>`, 40 characters at most.',
    }),
    sites: z
      .record(z.string(), siteSchema)
      .meta({
        propertyNames: { pattern: LABEL.source },
        description: 'Places with hardware that is already owned, by name.',
      })
      .default({}),
    relations: relationsSchema,
    budget: totalBudgetSchema,
    overlays: z
      .array(
        text(
          "a path relative to this file with '/' between folders, such as 'prices/negotiated.yaml'",
          OVERLAY,
          { description: 'Path of a file, relative to this one.', examples: ['prices/negotiated.yaml'] },
        ),
      )
      .meta({
        description:
          'Files of prices and facts that come before those of the package; of two that state the same, the later wins.',
        examples: [['prices/negotiated.yaml']],
      })
      .default([]),
    accounts: accountsSchema,
    terraform: z
      .strictObject({ backend: backendSchema.default({ type: 'local' }) })
      .meta({ description: 'What Terraform has to know beside the clusters.' })
      .prefault({}),
    tags: z
      .record(
        z.string(),
        text('up to 256 characters on one line', /^[^\p{Cc}]{0,256}$/u, {
          description: 'Value of the tag.',
          examples: ['payments'],
        }),
      )
      .meta({
        description:
          'Put on everything that can be tagged. GKE takes lower-case letters, digits, - and _ only.',
        examples: [{ 'cost-center': 'payments' }],
      })
      .default({}),
  })
  .meta({ description: 'What somebody needs, before anything is decided.' }) satisfies z.ZodType<Request>;
