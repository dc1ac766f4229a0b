import type { MicroUsd } from '../../catalog/types';
import type { Separation } from '../request/types';

/** Clusters that are to be placed together: for each a list of options, of which one is taken. Plain data, no candidate in it. */
export interface JointProblem {
  /** In the order of the keys, which decides between equal answers. */
  readonly clusters: readonly JointCluster[];
  readonly bonds: readonly Bond[];
  readonly limits: Limits;
  /** What several clusters use of and is there once, such as the vCPU that an account may have in a region, by name. */
  readonly quotas: Readonly<Record<string, number>>;
}

export interface JointCluster {
  readonly key: string;
  readonly options: readonly JointOption[];
}

/** One thing that a cluster could be. Amounts are whole numbers, so that sums are exact. */
export interface JointOption {
  /** Candidate id. */
  readonly id: string;
  /** Order among equals inside its cluster; less is better. */
  readonly rank: number;
  /** What the sum over all clusters is made least of. */
  readonly cost: number;
  readonly money: MicroUsd;
  /** Millionths of an hour a month. */
  readonly hours: number;
  readonly spot: Spot;
  /** What it takes of the quotas. */
  readonly uses: Readonly<Record<string, number>>;
}

/** Where an option is, in the words in which two clusters can be apart. */
export interface Spot {
  readonly place: string;
  readonly provider: string;
  readonly jurisdiction: string;
  /** Whether its machines hold one cluster only. */
  readonly exclusive: boolean;
}

/** What two clusters must not share. An exclusive place is never shared, whatever is said here. */
export interface Bond {
  /** Indexes of clusters; the first is the lesser. */
  readonly between: readonly [number, number];
  /** At least one. */
  readonly apart: readonly Separation[];
}

/** Most that all clusters together may take; absent = any amount. */
export interface Limits {
  readonly money?: MicroUsd;
  readonly hours?: number;
}

/** One option of each cluster, or that there is none, or that the search was ended before it knew. */
export type JointAnswer =
  | {
      readonly kind: 'found';
      /** In the order of the clusters. */
      readonly chosen: readonly JointOption[];
      /** Whether no other combination can be better. False only after {@link NODE_LIMIT} steps. */
      readonly proven: boolean;
    }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'unknown' };

/** Steps after which a search gives up. Real requests take a few hundred. */
export const NODE_LIMIT = 20_000;
