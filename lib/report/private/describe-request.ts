import type { ClusterRequest, PlaceOfLaw, Weights } from '../../decision/request/types';
import { formatCount, formatQuantity, formatUsd } from '../../values';
import { byCodeUnit } from './order';

/** The demands of a cluster that move the decision, one short phrase each. What is at its default and asks for nothing is left out. */
export function describeRequest(asked: ClusterRequest): readonly string[] {
  const { capacity, availability, security, residency, budget, planning } = asked;
  return [
    `Kubernetes ${asked.kubernetesVersion}`,
    `${formatQuantity(capacity.cpu)} vCPU`,
    `${formatQuantity(capacity.memoryGib)} GiB memory`,
    formatCount(capacity.pods, 'pod'),
    ...(capacity.headroomPercent > 0 ? [`${formatQuantity(capacity.headroomPercent)} % headroom`] : []),
    ...(capacity.largestPod === undefined
      ? []
      : [
          `largest pod ${formatQuantity(capacity.largestPod.cpu)} vCPU and ${formatQuantity(capacity.largestPod.memoryGib)} GiB`,
        ]),
    ...(capacity.interruptiblePercent > 0
      ? [`${formatQuantity(capacity.interruptiblePercent)} % of it interruptible`]
      : []),
    ...(capacity.gpus === undefined
      ? []
      : [formatCount(capacity.gpus.count, `${capacity.gpus.model ?? 'any'} GPU`)]),
    ...(planning.growthPercentPerYear > 0
      ? [
          `${formatQuantity(planning.growthPercentPerYear)} % growth a year over ${planning.horizonMonths} months`,
        ]
      : []),
    ...(planning.commitment === 'none'
      ? []
      : [`commitments of up to ${planning.commitment.replace('-', ' ')}`]),
    ...unlessUsual('on', capacity.architectures, ['amd64']),
    ...unlessUsual('machines of class', capacity.machineClasses, ['compute', 'general', 'memory']),
    availability.controlPlane === 'single' ? 'single control plane' : 'highly available control plane',
    `${formatCount(availability.zones, 'zone')}${availability.surviveZoneLoss ? ', one may be lost' : ''}`,
    ...(security.publicCloud === 'forbidden' ? ['no public cloud'] : []),
    `${security.apiAccess.exposure} API`,
    ...(security.airGap ? ['no way to the internet'] : []),
    ...(security.tenancy === 'shared' ? [] : [`${security.tenancy} machines`]),
    ...(security.customerManagedKeys ? ['customer-managed keys'] : []),
    ...security.compliance.map(({ regime }) => regime),
    ...law('data in', residency.data),
    ...law('control plane in', residency.controlPlane),
    ...law('backups in', residency.backups),
    ...law('telemetry in', residency.telemetry),
    ...law('operator under the law of', residency.operatorLaw),
    ...list('only on', asked.platforms.allow),
    ...list('not on', nonEmpty(asked.platforms.deny)),
    ...list('only in', asked.places.allow),
    ...list('not in', nonEmpty(asked.places.deny)),
    ...(availability.surviveSiteLoss ? ['the loss of its region survived by a standby'] : []),
    ...Object.keys(asked.links)
      .sort(byCodeUnit)
      .map((name) => `linked to ${name}`),
    ...(asked.weights === undefined ? [] : [`ranked by weights ${describeWeights(asked.weights)}`]),
    ...(budget.usdPerMonth === undefined
      ? []
      : [`at most ${formatUsd(Math.round(budget.usdPerMonth * 1_000_000))} a month`]),
    ...(budget.hoursPerMonth === undefined
      ? []
      : [`at most ${formatQuantity(budget.hoursPerMonth)} hours of people a month`]),
  ];
}

function describeWeights(weights: Weights): string {
  return Object.entries(weights)
    .filter(([, weight]) => weight > 0)
    .map(([name, weight]) => `${name} ${formatQuantity(weight)}`)
    .join(', ');
}

function law(words: string, place: PlaceOfLaw | undefined): readonly string[] {
  return place === undefined ? [] : list(words, [...place.jurisdictions, ...place.countries]);
}

function list(words: string, items: readonly string[] | undefined): readonly string[] {
  if (items === undefined) return [];
  return [`${words} ${items.length === 0 ? 'none' : items.join(', ')}`];
}

/** A choice among a few in words, unless it is what everybody gets who says nothing. */
function unlessUsual(words: string, items: readonly string[], usual: readonly string[]): readonly string[] {
  const sorted = [...items].sort(byCodeUnit);
  return sorted.join() === usual.join() ? [] : [`${words} ${sorted.join(' or ')}`];
}

function nonEmpty(items: readonly string[]): readonly string[] | undefined {
  return items.length === 0 ? undefined : items;
}
