import { judge } from '../../../lib/decision/assess';
import { rank } from '../../../lib/decision/ranking';
import type {
  Assessment,
  Candidate,
  ClusterContext,
  Cost,
  PlatformProfile,
  Sizing,
} from '../../../lib/decision/types';
import { contextOf, PLAIN } from '../requests';

const USD = 1_000_000;

/** A platform with one candidate, whose bill depends on the processors asked for. */
export interface ToyPlatform {
  readonly id: string;
  /** Dollars a month for so many vCPU: low, mid and high; `undefined` when nothing can hold them. */
  readonly bill: (cpu: number) => readonly [low: number, mid: number, high: number] | undefined;
  readonly hours: number;
  /** Told of every sizing. */
  readonly sized?: (cpu: number) => void;
}

export function profileOf({ id, bill, hours, sized }: ToyPlatform): PlatformProfile {
  const candidate = { ...EXAMPLE, id: `${id}/a/3-zones`, platform: id };
  return {
    id,
    title: id,
    candidates: () => [candidate],
    size: (_candidate, { cluster }): Sizing => {
      sized?.(cluster.capacity.cpu);
      return bill(cluster.capacity.cpu) === undefined
        ? { kind: 'too-small', reason: 'too small' }
        : { kind: 'sized', pools: [], allocatable: NOTHING, afterZoneLoss: NOTHING };
    },
    price: (_candidate, _sizing, { cluster }): Cost => {
      const dollars = bill(cluster.capacity.cpu);
      if (dollars === undefined) return { kind: 'unknown', lines: [], missing: ['nodes'] };
      const [low, mid, high] = dollars.map((one) => one * USD) as [number, number, number];
      return {
        kind: 'priced',
        lines: [],
        monthlyMicroUsd: mid,
        range: { low, high },
        withoutSpotMicroUsd: mid,
        oldestAsOf: undefined,
      };
    },
    hours: () => [{ label: 'All', hoursPerMonth: hours, kind: 'assumption', rationale: 'A toy.' }],
    compliance: () => ({ verdict: 'unknown', observed: 'a toy', sources: [] }),
  };
}

/** Eight vCPU at a dollar an hour, on these platforms alone. */
export function contextOn(
  platforms: readonly ToyPlatform[],
  changes: Partial<typeof PLAIN> = {},
): ClusterContext {
  const cluster = {
    ...PLAIN,
    capacity: { ...PLAIN.capacity, cpu: 8 },
    budget: { ...PLAIN.budget, usdPerHour: 1 },
    ...changes,
  };
  return { ...contextOf(cluster), profiles: platforms.map(profileOf) };
}

/** All of them ranked, with no rule that could keep one out. */
export function assessmentsOf(context: ClusterContext): readonly Assessment[] {
  return rank(
    context.profiles.flatMap((profile) =>
      profile
        .candidates(context)
        .map((candidate) => judge(profile, candidate, context, profile.size(candidate, context), [])),
    ),
  );
}

const NOTHING = { milliCpu: 0, memoryMib: 0, pods: 0 };

const EXAMPLE: Candidate = {
  id: '',
  platform: '',
  place: {
    kind: 'region',
    provider: 'aws',
    id: 'a',
    name: 'A',
    country: 'DE',
    jurisdiction: 'EU',
    operator: { legalEntity: 'Toys, Inc.', jurisdiction: 'US', ultimateParent: 'US' },
    zones: 3,
    partition: 'aws',
    restricted: false,
  },
  topology: '3-zones',
  controlPlane: 'highly-available',
  zones: 3,
  nodes: 'pools',
  egress: 'redundant',
};
