import { formatHours, formatUsd } from '../values';
import { jointNotes } from './private/joint-notes';
import { blocks, code, escapeMarkdown, markdownTable } from './private/markdown';
import { renderCluster } from './private/markdown-cluster';
import type { ClusterRecord, DecisionRecord } from './record';

/**
 * The decision as one page of GitHub Markdown, for a reviewer: what runs where and why, the bill line by line with
 * source and date, what else was possible and what it would take. Ends with a newline; no colour, no clock.
 */
export function renderMarkdown(record: DecisionRecord): string {
  const lines = blocks(
    [`# Where ${escapeMarkdown(record.request.name)} runs`],
    totals(record),
    together(record),
    ...record.clusters.map((cluster) => renderCluster(cluster)),
    notPriced(record),
    assumptions(record),
    sources(record),
    [
      '---',
      '',
      `Decided for ${record.request.planDate} on facts of ${record.catalog.asOf}. Request ${code(short(record.request.hash))}, catalogue ${code(short(record.catalog.hash))}.`,
    ],
  );
  return `${lines.join('\n')}\n`;
}

/** Enough of a hash to compare by eye; decision.json has the whole. */
function short(hash: string): string {
  return hash.slice(0, 'sha256:'.length + 12);
}

function totals({ clusters, totals }: DecisionRecord): readonly string[] {
  if (clusters.length < 2) return [];
  return markdownTable(
    [
      { head: 'Cluster' },
      { head: 'Runs on' },
      { head: 'USD a month', align: 'right' },
      { head: 'Hours a month', align: 'right' },
    ],
    [
      ...clusters.map(({ clusterName, chosen, notice }) => [
        escapeMarkdown(clusterName),
        chosen ? `${code(chosen.id)}${notice ? ` (${notice.kind})` : ''}` : '**nothing passes**',
        chosen ? money(chosen.monthlyMicroUsd) : '',
        chosen ? formatHours(chosen.hoursPerMonth) : '',
      ]),
      [
        '**Total**',
        totals.infeasible === 0 ? '' : `without ${totals.infeasible} of ${clusters.length}`,
        `**${money(totals.monthlyMicroUsd)}**`,
        `**${formatHours(totals.hoursPerMonth)}**`,
      ],
    ],
  );
}

function together({ joint }: DecisionRecord): readonly string[] {
  return jointNotes(joint).map((note) => `- ${escapeMarkdown(note)}`);
}

function assumptions({ assumptions, clusters }: DecisionRecord): readonly string[] {
  if (assumptions.length === 0) return [];
  return [
    '## Assumptions',
    '',
    'Figures and facts without a price list or a neutral source behind them. Give your own in the request where it takes them.',
    '',
    ...assumptions.map(
      ({ kind, text, clusters: concerned }) =>
        `- ${kind}: ${escapeMarkdown(text)}${only(concerned, clusters)}`,
    ),
  ];
}

function notPriced({ notPriced, clusters }: DecisionRecord): readonly string[] {
  if (notPriced.length === 0) return [];
  return [
    '## Not in the price',
    '',
    'It will be billed or paid, and no line above holds it.',
    '',
    ...notPriced.map(
      ({ text, clusters: concerned }) => `- ${escapeMarkdown(text)}${only(concerned, clusters)}`,
    ),
  ];
}

/** The clusters that something concerns, unless it concerns all. */
function only(concerned: readonly string[], clusters: readonly ClusterRecord[]): string {
  return concerned.length === clusters.length ? '' : ` (${concerned.map(escapeMarkdown).join(', ')})`;
}

function sources({ sources }: DecisionRecord): readonly string[] {
  if (sources.length === 0) return [];
  return [
    '## Sources',
    '',
    ...markdownTable(
      [{ head: 'Source' }, { head: 'What was read' }, { head: 'As of' }],
      sources.map(({ id, title, reference, asOf }) => [
        code(id),
        title === undefined
          ? 'not listed in the catalogue'
          : `${escapeMarkdown(title)}${reference === undefined ? '' : `<br>${link(reference)}`}`,
        escapeMarkdown(asOf ?? ''),
      ]),
    ),
  ];
}

/** An address becomes a link, a project and file stays text. */
function link(reference: string): string {
  return /^https:\/\/[^\s<>|]+$/.test(reference) ? `<${reference}>` : escapeMarkdown(reference);
}

function money(amount: number | undefined): string {
  return amount === undefined ? 'unknown' : formatUsd(amount);
}
