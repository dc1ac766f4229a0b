import { formatCount, formatHours, formatQuantity, formatUnitUsd, formatUsd } from '../../values';
import type { ChosenRecord, ClusterRecord, ObstacleRecord } from '../record';
import { bestFound } from './best-found';
import { blocks, code, escapeMarkdown, markdownTable } from './markdown';
import { renderAlternatives } from './markdown-alternatives';
import { renderSensitivity } from './markdown-sensitivity';
import { NOTICE_TITLE } from './notice-title';

/** The section of one cluster. */
export function renderCluster(cluster: ClusterRecord): readonly string[] {
  const { chosen } = cluster;
  return blocks(
    [`## ${escapeMarkdown(cluster.clusterName)}`],
    notice(cluster),
    chosen ? overridden(chosen) : [],
    [`**${chosen ? 'Chosen' : 'Not decided'}:** ${escapeMarkdown(cluster.headline)}`],
    cluster.asked.length === 0 ? [] : [`Asked: ${cluster.asked.map(escapeMarkdown).join('; ')}.`],
    chosen ? cost(cluster, chosen) : [],
    chosen ? hours(cluster, chosen) : [],
    chosen ? machines(chosen) : [],
    renderSensitivity(cluster),
    renderAlternatives(cluster),
    chosen ? rules(chosen) : [],
    unknowns(cluster),
  );
}

function notice({ notice }: ClusterRecord): readonly string[] {
  if (notice === undefined) return [];
  const title = NOTICE_TITLE[notice.kind];
  return [
    notice.broken.length > 0 || notice.kind === 'blocked' ? '> [!WARNING]' : '> [!IMPORTANT]',
    `> **${title}:** ${escapeMarkdown(notice.text)}.`,
    ...(notice.broken.length === 0
      ? []
      : ['>', '> It does not pass:', ...notice.broken.map((obstacle) => `> - ${broken(obstacle)}`)]),
  ];
}

/** Rules that the request breaks with a reason: whoever approves the page approves these. */
function overridden({ findings }: ChosenRecord): readonly string[] {
  const lifted = findings.filter((finding) => finding.overridden !== undefined);
  if (lifted.length === 0) return [];
  return [
    '> [!WARNING]',
    '> **Goes on all the same**, for a reason that the request gives:',
    '>',
    ...lifted.map(
      ({ rule, required, observed, overridden: reason }) =>
        `> - ${code(rule)} ${escapeMarkdown(`asked ${required}, found ${observed}: ${reason ?? ''}`)}`,
    ),
  ];
}

function broken({ rule, verdict, required, observed, fix }: ObstacleRecord): string {
  const words = `${verdict}: asked ${required}, found ${observed}${fix === '' ? '' : `; ${fix}`}`;
  return `${code(rule)} ${escapeMarkdown(words)}`;
}

function cost({ budget }: ClusterRecord, chosen: ChosenRecord): readonly string[] {
  const total = chosen.monthlyMicroUsd;
  const limit = budget.limitMicroUsd;
  return [
    '### What it costs',
    '',
    ...markdownTable(
      [
        { head: 'Line' },
        { head: 'Quantity', align: 'right' },
        { head: 'Unit' },
        { head: 'Unit price', align: 'right' },
        { head: 'USD a month', align: 'right' },
        { head: 'Kind' },
        { head: 'Source, as of' },
      ],
      [
        ...chosen.cost.map((line) => [
          escapeMarkdown(line.label),
          formatQuantity(line.quantity),
          escapeMarkdown(line.unit),
          formatUnitUsd(line.unitMicroUsd),
          formatUsd(line.monthlyMicroUsd),
          line.kind,
          line.kind === 'user' ? 'the request' : `${code(line.source)}, ${escapeMarkdown(line.asOf)}`,
        ]),
        ...chosen.missing.map((figure) => [escapeMarkdown(figure), '', '', 'unknown', 'unknown', '', '']),
        ['**Total**', '', '', '', `**${total === undefined ? 'unknown' : formatUsd(total)}**`, '', ''],
      ],
    ),
    ...(limit === undefined ? [] : ['', `${budgetText(formatUsd(limit), budget.leftMicroUsd, formatUsd)}`]),
  ];
}

function hours({ budget }: ClusterRecord, chosen: ChosenRecord): readonly string[] {
  const limit = budget.limitHours;
  return [
    '### What people do',
    '',
    ...markdownTable(
      [{ head: 'Work' }, { head: 'Hours a month', align: 'right' }, { head: 'Kind' }, { head: 'Why' }],
      [
        ...chosen.hours.map((line) => [
          escapeMarkdown(line.label),
          formatHours(line.hoursPerMonth),
          line.kind,
          escapeMarkdown(line.rationale),
        ]),
        ['**Total**', `**${formatHours(chosen.hoursPerMonth)}**`, '', ''],
      ],
    ),
    ...(limit === undefined
      ? []
      : [
          '',
          `${budgetText(`${formatHours(limit)} hours`, budget.leftHours, (left) => `${formatHours(left)} hours`)}`,
        ]),
  ];
}

function budgetText(limit: string, left: number | undefined, format: (amount: number) => string): string {
  if (left === undefined) return `Budget ${limit} a month; what is left of it is not known.`;
  return left < 0
    ? `**Over the budget** of ${limit} a month by ${format(-left)}.`
    : `Budget ${limit} a month; ${format(left)} left.`;
}

function machines(chosen: ChosenRecord): readonly string[] {
  const held = chosen.allocatable;
  const lost = chosen.afterZoneLoss;
  const rough = bestFound(chosen.size);
  const resources = (what: NonNullable<typeof held>): string =>
    `${formatQuantity(what.cpu)} vCPU, ${formatQuantity(what.memoryGib)} GiB, ${formatCount(what.pods, 'pod')}`;
  const domain = chosen.pools.some((pool) => pool.machines !== undefined) ? 'rack' : 'zone';
  return [
    '### What it runs on',
    '',
    `Operated by ${escapeMarkdown(chosen.operator)}. ${chosen.controlPlane === 'single' ? 'Single' : 'Highly available'} control plane, nodes over ${formatCount(chosen.zones, domain)}.`,
    ...(chosen.pools.length === 0
      ? []
      : [
          '',
          ...markdownTable(
            [
              { head: 'Pool' },
              { head: 'Machine' },
              { head: 'Architecture' },
              { head: 'Nodes', align: 'right' },
              { head: 'Per zone', align: 'right' },
            ],
            chosen.pools.map((pool) => [
              escapeMarkdown(pool.name),
              pool.machines === undefined ? code(pool.machineType) : pool.machines.map(code).join(', '),
              pool.architecture,
              String(pool.nodes),
              pool.machines === undefined ? String(pool.nodesPerZone) : '',
            ]),
          ),
        ]),
    ...(held === undefined
      ? []
      : [
          '',
          `Holds ${resources(held)}${lost ? `; with its largest ${chosen.zones === 1 ? 'node' : domain} lost ${resources(lost)}` : ''}.`,
        ]),
    ...(rough === undefined ? [] : ['', escapeMarkdown(rough)]),
  ];
}

function rules({ findings }: ChosenRecord): readonly string[] {
  if (findings.length === 0) return [];
  const proven = findings.filter((finding) => finding.verdict === 'proven').length;
  return [
    '<details>',
    `<summary>Rules the choice passes: ${proven} of ${findings.length}</summary>`,
    '',
    ...markdownTable(
      [{ head: 'Rule' }, { head: 'Verdict' }, { head: 'Asked' }, { head: 'Found' }, { head: 'Sources' }],
      findings.map(({ rule, verdict, required, observed, overridden, follows, sources }) => [
        code(rule),
        verdict === 'proven'
          ? verdict
          : `**${verdict}**${overridden === undefined ? '' : `, overridden: ${escapeMarkdown(overridden)}`}${follows === undefined ? '' : `, see ${code(follows)}`}`,
        escapeMarkdown(required),
        escapeMarkdown(observed),
        sources.map(code).join(', '),
      ]),
    ),
    '',
    '</details>',
  ];
}

const UNKNOWNS = 10;

function unknowns({ unknowns, counts }: ClusterRecord): readonly string[] {
  if (unknowns.length === 0) return [];
  const shown = unknowns.slice(0, UNKNOWNS);
  return [
    '### What is not known',
    '',
    'A rule passes only when it is proven, so these facts keep candidates out that might pass.',
    '',
    ...shown.map(
      ({ subject, text, candidates, example }) =>
        `- ${code(subject)} ${escapeMarkdown(text)}: ${candidates} of ${formatCount(counts.examined, 'candidate')}, for instance ${code(example)}`,
    ),
    ...(unknowns.length > shown.length
      ? [`- … ${unknowns.length - shown.length} more in decision.json`]
      : []),
  ];
}
