import * as z from 'zod';
import { number, wholeNumber } from '../../document/schema-parts';
import type { Budget, TotalBudget } from './types';

const MOST_USD = 1_000_000_000;
const MOST_HOURS = 100_000;

export const budgetSchema = z
  .strictObject({
    usdPerMonth: number(0, MOST_USD)
      .meta({
        description:
          "Most that the cluster may cost a month, in USD, without people's hours. Absent: no limit.",
        examples: [4000],
      })
      .optional(),
    hoursPerMonth: number(0, MOST_HOURS)
      .meta({
        description: 'Most hours a month that people may spend on the cluster. Absent: no limit.',
        examples: [20],
      })
      .optional(),
    usdPerHour: number(0, 10_000).meta({
      description:
        'What an hour of the people who run the cluster costs, in USD. The ranking adds money and hours at this rate.',
      examples: [95],
    }),
    effortHours: z
      .record(
        z.string(),
        number(0, MOST_HOURS).meta({ description: 'Hours a month on that platform.', examples: [12] }),
      )
      .meta({
        description:
          "Hours a month that your own people spend on a cluster, by platform, instead of the catalogue's assumptions.",
        examples: [{ eks: 12, 'on-prem': 40 }],
      })
      .default({}),
    acceptSpotRisk: z
      .boolean()
      .meta({
        description:
          'Whether the money budget may count interruptible machines at their reduced price. Otherwise it must hold with all of them on demand.',
      })
      .default(false),
    maximumPriceAgeDays: wholeNumber(0, 36_500)
      .meta({
        description:
          'Oldest price that a budget may rest on, in days before the plan date. Absent: any, with a warning when it is old.',
        examples: [365],
      })
      .optional(),
  })
  .meta({
    description: "Two budgets, money and people's hours, and the rate between them.",
    examples: [{ usdPerMonth: 4000, hoursPerMonth: 20, usdPerHour: 95 }],
  }) satisfies z.ZodType<Budget>;

export const totalBudgetSchema = z
  .strictObject({
    usdPerMonth: number(0, MOST_USD)
      .meta({ description: 'Most that all clusters may cost a month together, in USD. Absent: no limit.' })
      .optional(),
    hoursPerMonth: number(0, MOST_HOURS)
      .meta({ description: 'Most hours a month that all clusters may take together. Absent: no limit.' })
      .optional(),
  })
  .meta({
    description: 'Limits on the sum over all clusters, beside those of each.',
    examples: [{ usdPerMonth: 9000 }],
  })
  .prefault({}) satisfies z.ZodType<TotalBudget>;
