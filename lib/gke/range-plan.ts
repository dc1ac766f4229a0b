import { Token } from 'cdktf';
import { GCP_RESERVED_ADDRESSES } from '../catalog/network-defaults';
import { GKE_MAX_PODS_PER_NODE } from '../catalog/node-limits';
import { type Cidr, readNamedCidr, ValidationError } from '../values';
import { podAddressesPerNode } from './private/ranges';

/** How large a cluster is meant to become. */
export interface GkeRangeDemand {
  /** Most nodes at once, those included that upgrades add while they run. */
  readonly nodes: number;
  /**
   * Most pods of a node, 8 to 256. An Autopilot cluster has 32 at first.
   *
   * @default 110
   */
  readonly maxPodsPerNode?: number;
  /**
   * Most Services at once.
   *
   * @default 4096
   */
  readonly services?: number;
  /**
   * Factor that nodes may grow by later: 2 leaves room for twice as many.
   *
   * @default 1
   */
  readonly growth?: number;
}

/** Where ranges may lie. */
export interface GkeRangeSpace {
  /** Range or ranges that you may use, such as `10.0.0.0/8`. */
  readonly within: string | readonly string[];
  /**
   * Ranges in there that others use: sites behind a VPN, peered networks, clusters that exist.
   *
   * @default []
   */
  readonly avoid?: readonly string[];
}

/** Ranges of one cluster, by the names of the props of `GkeNetwork`. */
export interface GkeRangePlan {
  readonly nodeCidr: string;
  readonly podCidr: string;
  readonly serviceCidr: string;
  readonly controlPlaneCidr: string;
}

type RangeName = keyof GkeRangePlan;

/** The widest and the narrowest mask that Google takes. */
const MASKS: Readonly<Record<RangeName, readonly [number, number]>> = {
  podCidr: [9, 24],
  nodeCidr: [8, 29],
  serviceCidr: [16, 27],
  controlPlaneCidr: [8, 28],
};
const NARROWEST_CONTROL_PLANE = 28;
const DEFAULT_SERVICES = 4096;

interface Wanted {
  readonly clusterName: string;
  readonly range: RangeName;
  readonly prefix: number;
}

/**
 * Ranges for one cluster: large enough for its nodes and their pods, disjoint, as low as they fit. The same demand gives the same
 * ranges; another one may move them, which replaces clusters: write down what you have applied.
 *
 * @example new GkeNetwork(stack, 'Network', { networkName, project, region, ...planGkeRanges({ within: '10.0.0.0/12', nodes: 200 }) })
 * @throws ValidationError when a number or range is malformed, the demand is beyond what Google takes, or the space does not hold it;
 * it says what is missing and how large a space would do.
 */
export function planGkeRanges(options: GkeRangeDemand & GkeRangeSpace): GkeRangePlan {
  const { within, avoid, ...demand } = options;
  return planOf('', placeRanges({ '': demand }, { within, avoid }));
}

/**
 * Ranges for several clusters of one space, by their names. Adding a cluster may move the others: plan a new one by itself, with the
 * ranges of those that exist in `avoid`.
 *
 * @throws ValidationError as {@link planGkeRanges}.
 */
export function planGkeRangesOf(
  clusters: Readonly<Record<string, GkeRangeDemand>>,
  space: GkeRangeSpace,
): Readonly<Record<string, GkeRangePlan>> {
  const places = placeRanges(clusters, space);
  return Object.fromEntries(Object.keys(clusters).map((name) => [name, planOf(name, places)]));
}

function planOf(clusterName: string, places: ReadonlyMap<string, Cidr>): GkeRangePlan {
  const at = (range: RangeName) => `${places.get(keyOf({ clusterName, range }))}`;
  return {
    nodeCidr: at('nodeCidr'),
    podCidr: at('podCidr'),
    serviceCidr: at('serviceCidr'),
    controlPlaneCidr: at('controlPlaneCidr'),
  };
}

/** A place for every range of every cluster. */
function placeRanges(
  clusters: Readonly<Record<string, GkeRangeDemand>>,
  space: GkeRangeSpace,
): ReadonlyMap<string, Cidr> {
  const problems: string[] = [];
  const texts = typeof space.within === 'string' ? [space.within] : space.within;
  const spaces = readRanges('within', texts, problems);
  const taken = readRanges('avoid', space.avoid ?? [], problems);
  if (texts.length === 0) problems.push(`'within' is empty; name at least one range`);
  const names = Object.keys(clusters).sort();
  const wanted = names.flatMap((name) => wantedOf(name, clusters[name], problems));
  if (problems.length > 0) throw new ValidationError(problems.join('; '));

  const places = new Map<string, Cidr>();
  const missing: Wanted[] = [];
  // the largest first: whatever place each takes then, all fit if they fit at all
  for (const want of [...wanted].sort((a, b) => a.prefix - b.prefix)) {
    const place = firstOf(spaces, (one) => firstFree(one, want.prefix, taken));
    if (place === undefined) {
      missing.push(want);
      continue;
    }
    taken.push(place);
    places.set(keyOf(want), place);
  }
  if (missing.length > 0) throw new ValidationError(describeShortage(spaces, taken, wanted, missing));
  return places;
}

function keyOf({ clusterName, range }: Pick<Wanted, 'clusterName' | 'range'>): string {
  return `${clusterName}/${range}`;
}

/** The lowest range of a mask in a space that nothing else has. */
function firstFree(space: Cidr, prefix: number, taken: readonly Cidr[]): Cidr | undefined {
  if (prefix < space.prefix) return undefined;
  const inside = taken.filter((one) => one.overlaps(space));
  if (inside.length === 0) return space.subnet(prefix, 0);
  if (prefix === space.prefix || inside.some((one) => one.contains(space))) return undefined;
  return firstOf([0, 1], (half) => firstFree(space.subnet(space.prefix + 1, half), prefix, inside));
}

/** The mask of the largest range in a space that nothing else has. */
function largestFree(space: Cidr, taken: readonly Cidr[]): number | undefined {
  const inside = taken.filter((one) => one.overlaps(space));
  if (inside.length === 0) return space.prefix;
  if (space.prefix === 32 || inside.some((one) => one.contains(space))) return undefined;
  const halves = [0, 1].map((half) => largestFree(space.subnet(space.prefix + 1, half), inside));
  return leastOf(halves);
}

function wantedOf(
  clusterName: string,
  demand: GkeRangeDemand | undefined,
  problems: string[],
): readonly Wanted[] {
  if (demand === undefined) return [];
  const { nodes, maxPodsPerNode = GKE_MAX_PODS_PER_NODE, services = DEFAULT_SERVICES, growth = 1 } = demand;
  const found = [
    ...describeWhole('nodes', nodes, 1, 2 ** 24),
    ...describeWhole('maxPodsPerNode', maxPodsPerNode, 8, 256),
    ...describeWhole('services', services, 1, 2 ** 24),
    ...(growth >= 1 && growth <= 1000 ? [] : [`'growth' (${growth}) must be a factor of 1 to 1000`]),
  ];
  const of = clusterName === '' ? '' : `cluster '${clusterName}': `;
  if (found.length > 0) {
    problems.push(...found.map((problem) => `${of}${problem}`));
    return [];
  }
  const grown = Math.ceil(nodes * growth);
  const addresses: Readonly<Record<RangeName, number>> = {
    podCidr: grown * podAddressesPerNode(maxPodsPerNode),
    nodeCidr: grown + GCP_RESERVED_ADDRESSES,
    serviceCidr: services,
    controlPlaneCidr: 2 ** (32 - NARROWEST_CONTROL_PLANE),
  };
  return (Object.keys(addresses) as RangeName[]).map((range) => {
    const [widest, narrowest] = MASKS[range];
    const prefix = prefixFor(addresses[range]);
    if (prefix < widest) {
      problems.push(
        `${of}'${range}' would take ${addresses[range]} addresses, but Google takes a /${widest} at most; plan for less, or for several clusters`,
      );
    }
    return { clusterName, range, prefix: Math.min(prefix, narrowest) };
  });
}

function describeShortage(
  spaces: readonly Cidr[],
  taken: readonly Cidr[],
  wanted: readonly Wanted[],
  missing: readonly Wanted[],
): string {
  const nameOf = ({ clusterName, range, prefix }: Wanted) =>
    `'${range}'${clusterName === '' ? '' : ` of '${clusterName}'`} (/${prefix})`;
  const largest = leastOf(spaces.map((one) => largestFree(one, taken)));
  const left = largest === undefined ? 'nothing of it is left' : `the largest range left is a /${largest}`;
  const whole = prefixFor(sumOf(wanted));
  const advice = whole < 0 ? 'no space holds all ranges' : `a free /${whole} would hold all ranges`;
  return `'within' (${spaces.join(', ')}) has no room for ${missing.map(nameOf).join(', ')}, ${sumOf(missing)} addresses: ${left}; ${advice}`;
}

function sumOf(wanted: readonly Wanted[]): number {
  return wanted.reduce((sum, { prefix }) => sum + 2 ** (32 - prefix), 0);
}

function readRanges(prop: string, texts: readonly string[], problems: string[]): Cidr[] {
  return texts.flatMap((text) => {
    if (Token.isUnresolved(text)) {
      problems.push(
        `'${prop}' must be known at synthesis, since ranges are cut from it; write text such as '10.0.0.0/8'`,
      );
      return [];
    }
    const read = readNamedCidr(prop, text);
    if (typeof read === 'string') {
      problems.push(read);
      return [];
    }
    if (read.cidr.version === 4) return [read.cidr];
    problems.push(`'${prop}' (${read.cidr}) must be an IPv4 range`);
    return [];
  });
}

function describeWhole(name: string, value: number, least: number, most: number): readonly string[] {
  if (Number.isInteger(value) && value >= least && value <= most) return [];
  return [`'${name}' (${value}) must be a whole number of ${least} to ${most}`];
}

/** The narrowest mask whose range has so many addresses. */
function prefixFor(addresses: number): number {
  return 32 - Math.ceil(Math.log2(addresses));
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function leastOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
