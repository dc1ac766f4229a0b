import { formatHours, formatUsd, groupThousands } from '../../values';
import type { ClusterRecord, OptionRecord } from '../record';
import { bestOfEachPlatform } from './best-of-platform';
import { blocks, code, escapeMarkdown, markdownTable } from './markdown';

const RUNNERS_UP = 5;
const CHEAPER = 5;
const NEAREST = 5;
const PRICED_RULES = 5;
const FRONT = 8;

/** What else was possible: the next best, the cheaper ones that a rule refuses, and how often each rule does so. */
export function renderAlternatives(cluster: ClusterRecord): readonly string[] {
  return blocks(
    nextBest(cluster),
    cheaperButRefused(cluster),
    nearest(cluster),
    constraintPrices(cluster),
    paretoFront(cluster),
    refusals(cluster),
  );
}

function nextBest({ options, chosen, counts }: ClusterRecord): readonly string[] {
  const passing = options.filter((option) => option.rank !== undefined);
  const others = passing.filter((option) => option.id !== chosen?.id);
  const shown = bestOfEachPlace(others).slice(0, RUNNERS_UP);
  if (shown.length === 0) return [];
  const left = others.length - shown.length;
  return [
    '### What else passes',
    '',
    ...markdownTable(
      [...COLUMNS, { head: 'Why not' }],
      shown.map((option) => [
        ...cells(option),
        escapeMarkdown(option.best ? 'best by ranking' : option.reason),
      ]),
    ),
    ...(left > 0 ? ['', `And ${left} more of the ${counts.feasible} that pass, in decision.json.`] : []),
  ];
}

function cheaperButRefused({ options, chosen }: ClusterRecord): readonly string[] {
  if (chosen === undefined) return [];
  const cheaper = options
    .filter((option) => option.rank === undefined && option.id !== chosen.id)
    .filter((option) => option.dearerMicroUsd !== undefined && option.dearerMicroUsd < 0);
  const shown = bestOfEachPlace(cheaper).slice(0, CHEAPER);
  if (shown.length === 0) return [];
  return [
    '### Cheaper, but not allowed',
    '',
    ...markdownTable(
      [...COLUMNS, { head: 'Would save', align: 'right' }, { head: 'What it would take' }],
      shown.map((option) => [...cells(option), formatUsd(-(option.dearerMicroUsd ?? 0)), takes(option)]),
    ),
    ...(cheaper.length > shown.length
      ? ['', `And ${cheaper.length - shown.length} more, in decision.json.`]
      : []),
  ];
}

function nearest({ options, chosen }: ClusterRecord): readonly string[] {
  if (chosen !== undefined || options.length === 0) return [];
  const refused = options.filter((option) => option.rank === undefined);
  const ofPlatform = bestOfEachPlatform(refused);
  const shown = bestOfEachPlace(refused).filter(
    (option, index) => index < NEAREST || ofPlatform.includes(option),
  );
  if (shown.length === 0) return [];
  return [
    '### Nearest to passing',
    '',
    ...markdownTable(
      [...COLUMNS, { head: 'What it would take' }],
      shown.map((option) => [...cells(option), takes(option)]),
    ),
  ];
}

function constraintPrices({ explanation }: ClusterRecord): readonly string[] {
  const priced = (explanation?.constraintPrices ?? []).slice(0, PRICED_RULES);
  if (priced.length === 0) return [];
  return [
    '### What each rule costs',
    '',
    'The best with all rules against the best without this one.',
    '',
    ...markdownTable(
      [{ head: 'Rule' }, { head: 'USD a month', align: 'right' }, { head: 'Without it' }],
      priced.map(({ constraint, priceMicroUsd, admits }) => [
        code(constraint),
        priceMicroUsd === undefined ? 'the whole answer' : formatUsd(priceMicroUsd),
        code(admits),
      ]),
    ),
  ];
}

function paretoFront({ explanation }: ClusterRecord): readonly string[] {
  const front = explanation?.pareto ?? [];
  if (front.length < 2) return [];
  const shown = front.slice(0, FRONT);
  return [
    '### What no other beats in everything',
    '',
    ...markdownTable(
      [
        { head: 'Candidate' },
        { head: 'USD a month', align: 'right' },
        { head: 'Hours', align: 'right' },
        { head: 'Failure domains', align: 'right' },
        { head: 'g CO₂ per kWh', align: 'right' },
      ],
      shown.map((option) => [
        code(option.id),
        option.monthlyMicroUsd === undefined ? 'unknown' : formatUsd(option.monthlyMicroUsd),
        formatHours(option.hoursPerMonth),
        String(option.resilience),
        option.carbonGramsPerKwh === undefined ? 'unknown' : String(option.carbonGramsPerKwh),
      ]),
    ),
    ...(front.length > shown.length
      ? ['', `And ${front.length - shown.length} more, in decision.json.`]
      : []),
  ];
}

function refusals({ refusals, counts }: ClusterRecord): readonly string[] {
  if (refusals.length === 0) return [];
  return [
    `### What refuses ${groupThousands(counts.examined - counts.feasible)} of ${groupThousands(counts.examined)}`,
    '',
    ...markdownTable(
      [
        { head: 'Rule' },
        { head: 'Asked' },
        { head: 'Refuted', align: 'right' },
        { head: 'Unknown', align: 'right' },
        { head: 'Only this rule', align: 'right' },
      ],
      refusals.map(({ rule, required, refuted, unknown, alone }) => [
        code(rule),
        escapeMarkdown(required),
        String(refuted),
        String(unknown),
        String(alone),
      ]),
    ),
  ];
}

const COLUMNS = [
  { head: 'Candidate' },
  { head: 'Place' },
  { head: 'USD a month', align: 'right' },
  { head: 'Hours', align: 'right' },
] as const;

function cells(option: OptionRecord): readonly string[] {
  return [
    code(option.id),
    escapeMarkdown(option.placeName),
    option.monthlyMicroUsd === undefined ? 'unknown' : formatUsd(option.monthlyMicroUsd),
    formatHours(option.hoursPerMonth),
  ];
}

function takes({ obstacles }: OptionRecord): string {
  return obstacles
    .map(({ rule, fix, observed }) => `${code(rule)}: ${escapeMarkdown(fix === '' ? observed : fix)}`)
    .join('; ');
}

function bestOfEachPlace(options: readonly OptionRecord[]): readonly OptionRecord[] {
  const seen = new Set<string>();
  return options.filter(({ platform, place }) => {
    const key = `${platform} ${place}`;
    const first = !seen.has(key);
    seen.add(key);
    return first;
  });
}
