import * as z from 'zod';
import { line, number, wholeNumber } from '../../document/schema-parts';
import type { Planning, Weights } from './types';

export const planningSchema = z
  .strictObject({
    horizonMonths: wholeNumber(1, 240)
      .meta({ description: 'Months that the cluster is planned for.' })
      .default(36),
    growthPercentPerYear: number(0, 1000)
      .meta({
        description:
          'Growth of the demand, a year, compound, in percent. Machines that are owned must hold the demand at the end; clouds are sized for today.',
        examples: [20],
      })
      .default(0),
    commitment: z
      .enum(['none', '1-year', '3-year'])
      .meta({
        description:
          'Longest promise that may be given to a provider for cheaper machines. `none`: all on demand.',
      })
      .default('none'),
    moving: z
      .strictObject({
        hours: number(0, 100_000).meta({ description: "People's hours that a move takes." }).default(40),
        doubleRunningDays: number(0, 365)
          .meta({ description: 'Days that the old and the new cluster run side by side.' })
          .default(30),
      })
      .meta({ description: 'What it takes to move a running cluster, weighed against what a move saves.' })
      .prefault({}),
  })
  .meta({
    description: 'How the future is reckoned with.',
    examples: [{ horizonMonths: 36, growthPercentPerYear: 20 }],
  })
  .prefault({}) satisfies z.ZodType<Planning>;

const weight = (what: string) => number(0, 1_000_000).meta({ description: what }).default(0);

export const weightsSchema = z
  .strictObject({
    money: weight('Weight of money a month.'),
    hours: weight("Weight of people's hours a month."),
    resilience: weight('Weight of the zones that may be lost.'),
    carbon: weight('Weight of the carbon of the grid.'),
    latency: weight('Weight of the longest measured round trip over `links`.'),
  })
  .meta({
    description:
      'Ranks by weighted scores. Only the ratios count, and one at least is above 0. Absent: by money plus hours at their rate.',
    examples: [{ money: 3, hours: 1, resilience: 1 }],
  })
  .optional() satisfies z.ZodType<Weights | undefined>;

export const overridesSchema = z
  .record(
    z.string(),
    line({
      description: 'Reason; it stands in the record and in the lock.',
      examples: ['Agreed until June'],
    }),
  )
  .meta({
    description: 'Rules that this cluster may break, by id of the rule, each with the reason for it.',
    examples: [{ 'kubernetes-version': 'The upgrade is planned for the week after' }],
  })
  .default({});
