import { formatCount, formatHours, formatUsd, groupThousands } from '../values';
import { bestFound } from './private/best-found';
import { bestOfEachPlatform } from './private/best-of-platform';
import { jointNotes } from './private/joint-notes';
import { NOTICE_TITLE } from './private/notice-title';
import { sureness } from './private/sentence';
import { wrap } from './private/wrap';
import type { ClusterRecord, DecisionRecord, ObstacleRecord, OptionRecord } from './record';
import { PLAIN_STYLE, type TextStyle } from './text-style';
import {
  notesFitBeside,
  renderTextTable,
  type TextColumn,
  type TextRow,
  type TextTable,
  widthOfColumns,
} from './text-table';

export interface TableOptions {
  /** Columns of the terminal. Lines stay within it down to 80; below that they are as long as at 80. */
  readonly width: number;
  /** Every candidate instead of the best of each platform and place. @default false */
  readonly all?: boolean;
  /** @default PLAIN_STYLE */
  readonly style?: TextStyle;
}

const NARROWEST = 80;
const WIDEST = 200;
const ROWS = 12;
const NEAREST = 5;
const PRICED_RULES = 3;
const LONGEST_FINDING = 48;

/** The decision for a terminal: one section per cluster, and totals when there are several. Ends with a newline. */
export function renderTable(record: DecisionRecord, options: TableOptions): string {
  const width = Math.min(Math.max(options.width, NARROWEST), WIDEST);
  const style = options.style ?? PLAIN_STYLE;
  const sections = record.clusters.map((cluster) =>
    [...intro(cluster, width, style), '', ...candidates(cluster, width, options.all ?? false, style)].join(
      '\n',
    ),
  );
  if (record.clusters.length > 1) sections.push(totals(record, width, style));
  const notes = jointNotes(record.joint);
  if (notes.length > 0) sections.push(notes.flatMap((note) => paragraph(`${note}.`, '', width)).join('\n'));
  return `${sections.join('\n\n')}\n`;
}

function intro(cluster: ClusterRecord, width: number, style: TextStyle): readonly string[] {
  const headline = paragraph(cluster.headline, '  ', width);
  const rough = bestFound(cluster.chosen?.size);
  return [
    style.strong(cluster.clusterName),
    ...headline.map(cluster.chosen ? style.good : style.bad),
    ...notice(cluster, width).map(style.warn),
    ...trust(cluster, width),
    ...(rough === undefined ? [] : paragraph(rough, '  ', width)),
    ...(cluster.asked.length === 0
      ? []
      : paragraph(`Asked: ${cluster.asked.join(', ')}.`, '  ', width).map(style.faint)),
  ];
}

/** How sure it is, what the bill may come to, and what the dearest rules cost. */
function trust({ explanation, chosen }: ClusterRecord, width: number): readonly string[] {
  if (explanation === undefined || chosen === undefined) return [];
  const range =
    chosen.range === undefined
      ? ''
      : ` The bill: ${formatUsd(chosen.range.lowMicroUsd)} to ${formatUsd(chosen.range.highMicroUsd)}${
          chosen.range.oldestAsOf === undefined ? '' : `, oldest price of ${chosen.range.oldestAsOf}`
        }.`;
  const rules = explanation.constraintPrices
    .filter(({ priceMicroUsd }) => priceMicroUsd !== undefined && priceMicroUsd > 0)
    .slice(0, PRICED_RULES)
    .map(({ constraint, priceMicroUsd }) => `${constraint} ${formatUsd(priceMicroUsd ?? 0)}`);
  return [
    ...paragraph(`${sureness(explanation.sensitivity, (label) => `${label}:`)}${range}`, '  ', width),
    ...(rules.length === 0 ? [] : paragraph(`Rules cost a month: ${rules.join(', ')}.`, '  ', width)),
  ];
}

function notice({ notice }: ClusterRecord, width: number): readonly string[] {
  if (notice === undefined) return [];
  const title = NOTICE_TITLE[notice.kind];
  return [
    ...paragraph(`${title}: ${notice.text}.`, '  ', width),
    ...notice.broken.flatMap((obstacle) => paragraph(`does not pass ${describe(obstacle)}`, '    ', width)),
  ];
}

function candidates(
  cluster: ClusterRecord,
  width: number,
  all: boolean,
  style: TextStyle,
): readonly string[] {
  if (cluster.options.length === 0) return ['  No candidate to look at.'];
  if (all) return optionsTable(cluster.options, width, 'Why not', reasonOf, style, true);
  if (cluster.counts.feasible === 0 && cluster.chosen === undefined) {
    const ofPlatform = bestOfEachPlatform(cluster.options);
    const nearest = bestOfEachPlace(cluster.options).filter(
      (option, index) => index < NEAREST || ofPlatform.includes(option),
    );
    return [
      ...optionsTable(nearest, width, 'What it would take', takes, style, false),
      ...more(cluster.options.length - nearest.length, ''),
      ...refusals(cluster, width),
    ];
  }
  const passing = cluster.options.filter((option) => option.rank !== undefined || option.status === 'chosen');
  // a reader looks for each platform, above all for the own site, however far down it came
  const ofPlatform = bestOfEachPlatform([...passing, ...cluster.options]);
  const shown = bestOfEachPlace(passing).filter(
    (option, index) =>
      index < ROWS || option.status === 'chosen' || option.best || ofPlatform.includes(option),
  );
  const refused = ofPlatform.filter((option) => !passing.includes(option));
  return [
    ...optionsTable([...shown, ...refused], width, 'Why not', reasonOf, style, false),
    ...more(passing.length - shown.length, ' that pass'),
    ...refusals(cluster, width),
  ];
}

function optionsTable(
  options: readonly OptionRecord[],
  width: number,
  noteHead: string,
  note: (option: OptionRecord) => string,
  style: TextStyle,
  needTopology: boolean,
): readonly string[] {
  const build = (withTopology: boolean, noteOf = note): TextTable => ({
    columns: columns(withTopology),
    noteHead,
    rows: options.map((option) => row(option, noteOf(option), style, withTopology)),
    width,
    narrowestNote: 34,
  });
  const full = build(true);
  if (notesFitBeside(full)) return renderTextTable(full);
  if (!needTopology) return renderTextTable(build(false));
  if (widthOfColumns(full) <= width) return renderTextTable(full);
  return renderTextTable(
    build(false, (option) => [option.topology, note(option)].filter((part) => part !== '').join(': ')),
  );
}

function columns(withTopology: boolean): readonly TextColumn[] {
  return [
    { head: '  Platform', align: 'left' },
    { head: 'Place', align: 'left' },
    ...(withTopology ? [{ head: 'Topology', align: 'left' } as const] : []),
    { head: '$/month', align: 'right' },
    { head: 'Hours', align: 'right' },
    { head: 'Verdict', align: 'left' },
  ];
}

function row(option: OptionRecord, note: string, style: TextStyle, withTopology: boolean): TextRow {
  const chosen = option.status === 'chosen';
  return {
    cells: [
      `${chosen ? '>' : ' '} ${shorten(option.platform, 16)}`,
      shorten(option.place, 28),
      ...(withTopology ? [option.topology] : []),
      option.monthlyMicroUsd === undefined ? 'unknown' : formatUsd(option.monthlyMicroUsd),
      formatHours(option.hoursPerMonth),
      option.status,
    ],
    note,
    paint: chosen ? style.good : option.rank === undefined ? style.faint : (text) => text,
  };
}

/** Names of sites and platforms are the user's own and may be long; the id in the headline is whole. */
function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

/** Of what does not pass, the rules and what they found, cut short; the page and `--format json` have the whole. */
function reasonOf(option: OptionRecord): string {
  if (option.obstacles.length === 0) return option.reason;
  return option.obstacles
    .map(({ rule, observed }) => `${rule}: ${shorten(observed, LONGEST_FINDING)}`)
    .join('; ');
}

function takes({ obstacles }: OptionRecord): string {
  return obstacles.map(({ rule, fix, observed }) => `${rule}: ${fix === '' ? observed : fix}`).join('; ');
}

function describe({ rule, required, observed, fix }: ObstacleRecord): string {
  return `${rule}: asked ${required}, found ${observed}${fix === '' ? '' : `; ${fix}`}`;
}

/** Options come best first, so the first of a platform and place is its best. */
function bestOfEachPlace(options: readonly OptionRecord[]): readonly OptionRecord[] {
  const seen = new Set<string>();
  return options.filter((option) => {
    const key = `${option.platform} ${option.place}`;
    const first = !seen.has(key);
    seen.add(key);
    return first || option.status === 'chosen' || option.best;
  });
}

function more(count: number, words: string): readonly string[] {
  return count > 0 ? [`  … ${count} more${words}; --all shows them`] : [];
}

function refusals(cluster: ClusterRecord, width: number): readonly string[] {
  const refused = cluster.counts.examined - cluster.counts.feasible;
  if (refused === 0) return [];
  return [
    '',
    `  ${formatCount(refused, 'candidate')} of ${groupThousands(cluster.counts.examined)} ${refused === 1 ? 'does' : 'do'} not pass. By rule (one candidate may fail several):`,
    ...indented(
      renderTextTable({
        columns: [
          { head: 'Rule', align: 'left' },
          { head: 'Refused', align: 'right' },
          { head: 'Unknown', align: 'right' },
          { head: 'Only this', align: 'right' },
        ],
        noteHead: 'Asked',
        rows: cluster.refusals.map(({ rule, refuted, unknown, alone, required }) => ({
          cells: [rule, String(refuted), String(unknown), String(alone)],
          note: required,
          paint: (text) => text,
        })),
        width: width - 2,
        narrowestNote: 20,
      }),
    ),
  ];
}

function totals({ clusters, totals }: DecisionRecord, width: number, style: TextStyle): string {
  const table = renderTextTable({
    columns: [
      { head: 'All clusters', align: 'left' },
      { head: 'Runs on', align: 'left' },
      { head: '$/month', align: 'right' },
      { head: 'Hours', align: 'right' },
    ],
    noteHead: '',
    rows: [
      ...clusters.map(({ clusterName, chosen }) => ({
        cells: [
          clusterName,
          chosen?.id ?? 'nothing passes',
          chosen === undefined ? '-' : money(chosen.monthlyMicroUsd),
          chosen === undefined ? '-' : formatHours(chosen.hoursPerMonth),
        ],
        note: '',
        paint: chosen ? (text: string) => text : style.bad,
      })),
      {
        cells: ['Total', '', money(totals.monthlyMicroUsd), formatHours(totals.hoursPerMonth)],
        note: '',
        paint: style.strong,
      },
    ],
    width,
    narrowestNote: 0,
  });
  return table.join('\n');
}

function money(amount: number | undefined): string {
  return amount === undefined ? 'unknown' : formatUsd(amount);
}

function paragraph(text: string, indent: string, width: number): readonly string[] {
  return wrap(text, width - indent.length).map((line) => `${indent}${line}`);
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}
