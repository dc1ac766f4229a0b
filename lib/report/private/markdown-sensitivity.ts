import type { Flip } from '../../decision/explanation/types';
import { formatCount, formatHours, formatUsd } from '../../values';
import type { ChosenRecord, ClusterRecord, ExplanationRecord } from '../record';
import { blocks, code, escapeMarkdown, markdownTable } from './markdown';
import { capital, sureness } from './sentence';

/** How far the answer can be trusted: what the bill may come to, what would move the winner, and what to regret. */
export function renderSensitivity({ chosen, explanation }: ClusterRecord): readonly string[] {
  // without a place there is nothing to be sure of, and the headline says so
  if (explanation === undefined || (chosen === undefined && explanation.sensitivity.label === undefined))
    return [];
  const { sensitivity } = explanation;
  return blocks(
    [
      '### How sure it is',
      '',
      sureness(
        { ...sensitivity, because: escapeMarkdown(sensitivity.because) },
        (label) => `**${capital(label)}:**`,
      ),
      ...(chosen?.range === undefined ? [] : ['', ...range(chosen.range)]),
    ],
    flips(sensitivity.flips),
    weights(explanation),
    regret(explanation),
  );
}

function range(range: NonNullable<ChosenRecord['range']>): readonly string[] {
  const { lowMicroUsd, midMicroUsd, highMicroUsd, withoutSpotMicroUsd, oldestAsOf, oldestAgeDays } = range;
  return [
    `The bill: ${formatUsd(lowMicroUsd)} low, ${formatUsd(midMicroUsd)} middle, ${formatUsd(highMicroUsd)} high a month.${
      withoutSpotMicroUsd === midMicroUsd
        ? ''
        : ` With no interruptible machine to be had at its reduced price: ${formatUsd(withoutSpotMicroUsd)}.`
    }${
      oldestAsOf === undefined
        ? ''
        : ` Its oldest price is of ${escapeMarkdown(oldestAsOf)}${oldestAgeDays === undefined ? '' : `, ${formatCount(oldestAgeDays, 'day')} before the plan date`}.`
    }`,
  ];
}

function flips(flips: readonly Flip[]): readonly string[] {
  if (flips.length === 0) return [];
  return ['What would move it:', '', ...flips.map((flip) => `- ${describeFlip(flip)}`)];
}

function describeFlip(flip: Flip): string {
  const first = `${code(flip.to)} comes first${flip.overBudget === true ? ', as it is over the budget then' : ''}`;
  switch (flip.of) {
    case 'money':
      return `its money ${flip.percent.toFixed(2)} % dearer (+${formatUsd(flip.microUsd)} a month): ${first}`;
    case 'money-against-provider':
      return `its money ${flip.percent.toFixed(2)} % dearer (+${formatUsd(flip.microUsd)} a month), and nothing of the same provider takes over: ${first}`;
    case 'hours':
      return `${formatHours(flip.hours)} hours a month more of its people: ${first}`;
    case 'hour-rate':
      return `an hour of people at ${formatUsd(Math.round(flip.usdPerHour * 1_000_000))}: ${first}`;
  }
}

function weights({ sensitivity }: ExplanationRecord): readonly string[] {
  if (sensitivity.weights.length === 0) return [];
  return [
    'Weights within which it stays first, each of all, the others scaled:',
    '',
    ...markdownTable(
      [
        { head: 'Weight' },
        { head: 'Given', align: 'right' },
        { head: 'From', align: 'right' },
        { head: 'To', align: 'right' },
        { head: 'Below it' },
        { head: 'Above it' },
      ],
      sensitivity.weights.map(({ weight, atPpm, fromPpm, toPpm, below, above }) => [
        escapeMarkdown(weight),
        share(atPpm),
        share(fromPpm),
        share(toPpm),
        below === undefined ? '' : code(below),
        above === undefined ? '' : code(above),
      ]),
    ),
  ];
}

function share(ppm: number): string {
  return `${(ppm / 10_000).toFixed(1)} %`;
}

function regret({ regret }: ExplanationRecord): readonly string[] {
  if (regret === undefined || regret.plans.length === 0) return [];
  return [
    `Over ${formatCount(regret.worlds.length, 'world')} of more and less demand, prices and hours, what each plan costs a month more than the best of that world:`,
    '',
    ...markdownTable(
      [{ head: 'Plan' }, { head: 'On average', align: 'right' }, { head: 'At worst', align: 'right' }],
      regret.plans.map(({ candidate, meanMicroUsd, worstMicroUsd }) => [
        code(candidate),
        meanMicroUsd === undefined ? 'cannot hold it' : formatUsd(meanMicroUsd),
        worstMicroUsd === undefined ? 'cannot hold it' : formatUsd(worstMicroUsd),
      ]),
    ),
  ];
}
