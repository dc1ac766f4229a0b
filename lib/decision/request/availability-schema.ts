import * as z from 'zod';
import { wholeNumber } from '../../document/schema-parts';
import type { Availability, Relation } from './types';

export const availabilitySchema = z
  .strictObject({
    controlPlane: z
      .enum(['highly-available', 'single'])
      .meta({ description: 'A single control plane is down while it is upgraded; it must be asked for.' })
      .default('highly-available'),
    zones: wholeNumber(1, 10)
      .meta({
        description: 'Zones, or racks of a site, that the nodes are spread over: at least this many.',
      })
      .default(3),
    surviveZoneLoss: z
      .boolean()
      .meta({ description: 'Whether the demand must still fit with one zone lost.' })
      .default(true),
    surviveSiteLoss: z
      .boolean()
      .meta({
        description:
          'Whether the loss of the whole place must be survived. `relations` must then name this cluster and its standby.',
      })
      .default(false),
  })
  .meta({ description: 'What the cluster has to survive.' })
  .prefault({}) satisfies z.ZodType<Availability>;

export const relationsSchema = z
  .array(
    z
      .strictObject({
        primary: z.string().meta({ description: 'Name of the cluster that serves.', examples: ['api'] }),
        standby: z.string().meta({
          description: 'Name of the cluster that takes over when the place is lost.',
          examples: ['api-standby'],
        }),
        apart: z
          .array(z.enum(['region', 'provider', 'jurisdiction']))
          .min(1)
          .meta({
            description:
              'What they must not share: a region or own site, a provider (or operator of a site), or a law.',
            examples: [['region', 'provider']],
          }),
      })
      .meta({
        description: 'Two clusters that must not share their fate.',
        examples: [{ primary: 'api', standby: 'api-standby', apart: ['region'] }],
      }),
  )
  .meta({
    description: 'Clusters that must not share their fate; they are decided together.',
    examples: [[{ primary: 'api', standby: 'api-standby', apart: ['region'] }]],
  })
  .default([]) satisfies z.ZodType<readonly Relation[]>;
