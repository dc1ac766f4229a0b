import * as z from 'zod';
import { ipv4Range, LABEL, number } from '../../document/schema-parts';
import type { Link } from './types';

const MOST_MS = 10_000;

const linkSchema = z
  .strictObject({
    cidrs: z
      .array(ipv4Range({ description: 'A range on the other side.', examples: ['10.64.0.0/12'] }))
      .meta({
        description: "Ranges on the other side; none of the cluster's may overlap them.",
        examples: [['10.64.0.0/12']],
      })
      .default([]),
    maxLatencyMs: number(0.001, MOST_MS)
      .meta({ description: 'Longest round trip, in milliseconds. Absent: any.', examples: [20] })
      .optional(),
    latencyMs: z
      .record(
        z.string(),
        number(0, MOST_MS).meta({ description: 'Round trip, in milliseconds.', examples: [9] }),
      )
      .meta({
        description:
          'Round trips that you measured, by region or own site. What is not there is unknown, which passes no `maxLatencyMs`.',
        examples: [{ 'eu-central-1': 9, 'europe-west3': 8 }],
      })
      .default({}),
    reaches: z
      .array(z.string())
      .min(1)
      .meta({
        description:
          'Regions and own sites that a VPN or private line already reaches. Absent: no such line is asked for.',
        examples: [['eu-central-1', 'europe-west3']],
      })
      .optional(),
  })
  .meta({
    description: 'A network of yours that the cluster has to reach.',
    examples: [{ cidrs: ['10.64.0.0/12'] }],
  }) satisfies z.ZodType<Link>;

export const linksSchema = z
  .record(z.string(), linkSchema)
  .meta({
    propertyNames: { pattern: LABEL.source },
    description: 'Networks of yours that the cluster has to reach, by a name of your choice.',
    examples: [
      { 'head-office': { cidrs: ['10.64.0.0/12'], maxLatencyMs: 20, latencyMs: { 'eu-central-1': 9 } } },
    ],
  })
  .default({});
