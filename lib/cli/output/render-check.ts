import type { CheckedCluster, LockCheck } from '../../decision/check';
import { describePayBack } from '../../decision/pay-back';
import type { Request } from '../../decision/request/types';
import type { TextStyle } from '../../report/text-style';
import { formatHours, formatUsd } from '../../values/figures';

/** The check as text, a paragraph for each cluster. */
export function renderCheck(check: LockCheck, request: Request, style: TextStyle): string {
  const changed =
    check.changed.length === 0
      ? 'Nothing has changed since the lock was written.'
      : `Changed since the lock was written: ${check.changed.join(', ')}.`;
  const paragraphs = [
    changed,
    ...check.clusters.map((cluster) => renderCluster(cluster, request, style)),
    ...(check.notes.length === 0 ? [] : [check.notes.join('\n')]),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function renderCluster(cluster: CheckedCluster, request: Request, style: TextStyle): string {
  const { clusterKey, status, locked, first, reasons } = cluster;
  const paint = { refuted: style.bad, 'better-exists': style.warn, unknown: style.warn, new: style.warn };
  const word = status in paint ? paint[status as keyof typeof paint](status) : style.good(status);
  const lines = [
    `${style.strong(`${request.name}-${clusterKey}`)}  ${word}`,
    ...(locked === undefined ? [] : [`  locked  ${locked}`]),
    ...(first === undefined || first === locked ? [] : [`  first   ${first}${describeSaving(cluster)}`]),
    ...describeMove(cluster, request),
    ...reasons.map((reason) => `  ${reason}`),
  ];
  return lines.join('\n');
}

function describeSaving({ savingMicroUsdPerMonth: saving }: CheckedCluster): string {
  if (saving === undefined) return '';
  if (saving > 0) return `, ${formatUsd(saving)} a month less in money and hours`;
  return saving === 0 ? ', at the same cost' : `, ${formatUsd(-saving)} a month more in money and hours`;
}

function describeMove(cluster: CheckedCluster, request: Request): readonly string[] {
  const { movingCost, movingPays } = cluster;
  if (movingCost === undefined) return [];
  const { totalMicroUsd, peopleMicroUsd, hours, doubleRunningMicroUsd, egressMicroUsd } = movingCost;
  const parts = [
    `${formatUsd(peopleMicroUsd)} for ${formatHours(hours)} hours`,
    `${amount(doubleRunningMicroUsd)} for running both`,
    `${amount(egressMicroUsd)} for the volumes to leave`,
  ].join(', ');
  const verdict = movingPays ? 'worth moving' : 'not worth moving';
  return [`  moving  ${amount(totalMicroUsd)} once (${parts}); ${payBack(cluster, request)}: ${verdict}`];
}

function payBack(
  { clusterKey, movingCost, paysBackInMonths }: CheckedCluster,
  { clusters }: Request,
): string {
  if (movingCost?.totalMicroUsd === undefined) return 'whether it pays back is not known';
  if (paysBackInMonths === undefined) return 'never pays back';
  return describePayBack(paysBackInMonths, clusters[clusterKey]?.planning.horizonMonths ?? 0);
}

function amount(microUsd: number | undefined): string {
  return microUsd === undefined ? 'an unknown sum' : formatUsd(microUsd);
}
