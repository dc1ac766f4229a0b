import type { MicroUsd } from '../../catalog/types';

/** What a reader asks of a decision beside its result. All of it follows from the assessments, the request and the catalogue. */
export interface Explanation {
  /** Candidates that would be first if they passed, or the nearest when nothing passes; the least change first. At most five. */
  readonly nearest: readonly NearMiss[];
  /** What each rule that costs anything costs, the dearest first. */
  readonly constraintPrices: readonly ConstraintPrice[];
  /** Ids of the feasible candidates that no other beats in money, hours, resilience and carbon together, in the order of the ranking. */
  readonly pareto: readonly string[];
  readonly sensitivity: Sensitivity;
  /** Absent when nothing is feasible. Reckoned when it is first read, for it sizes and prices anew. */
  readonly regret?: RegretTable;
}

/** A candidate that does not pass, with the least that would have to change. */
export interface NearMiss {
  readonly candidate: string;
  /** Ids of all constraints it fails: the unique least relaxation that admits it. */
  readonly constraints: readonly string[];
  /** Fixes of these, in their order. */
  readonly fixes: readonly string[];
  /** By how much its objective is below that of the best feasible one; `undefined` when either is unknown or nothing is feasible. */
  readonly savesMicroUsd: MicroUsd | undefined;
}

/** What one rule costs: the best objective with it less the best without it. */
export interface ConstraintPrice {
  readonly constraint: string;
  /** 0 when dropping it changes nothing; `undefined` when nothing is feasible with it, so that it costs the whole answer. */
  readonly priceMicroUsd: MicroUsd | undefined;
  /** Id of the best candidate without the rule. */
  readonly admits: string;
  /** Candidates that fail this rule alone. */
  readonly alone: number;
}

/** How far the first place can be trusted. */
export interface Sensitivity {
  /** `sole`: nothing else is feasible. `fragile`: a change of less than 5 % of one price moves it. Absent where nothing is feasible. */
  readonly label?: 'robust' | 'fragile' | 'sole';
  /** The one sentence that says what moves it. */
  readonly because: string;
  readonly flips: readonly Flip[];
  /** Only where the request gives weights. */
  readonly weights: readonly WeightInterval[];
}

/** What of the winner would have to rise by how much for another to come first. */
export type Flip = {
  /** Id of the candidate that comes first then. */
  readonly to: string;
  /** The winner would still be the better one, but is over its budget then. */
  readonly overBudget?: true;
} & (
  | {
      /** The winner's own money; the other stays as it is. `provider`: the next of another provider. */
      readonly of: 'money' | 'money-against-provider';
      readonly percent: number;
      readonly microUsd: MicroUsd;
    }
  | {
      /** Hours of the winner's people, a month. */
      readonly of: 'hours';
      readonly hours: number;
    }
  | {
      /** What an hour costs; above or below it the other comes first. */
      readonly of: 'hour-rate';
      readonly usdPerHour: number;
    }
);

/** Within which share of all weights the winner stays first, the others scaled. In millionths. */
export interface WeightInterval {
  readonly weight: string;
  readonly atPpm: number;
  readonly fromPpm: number;
  readonly toPpm: number;
  /** Ids of the candidates that come first just outside; absent where the interval ends at 0 or 1. */
  readonly below?: string;
  readonly above?: string;
}

/** What each plan costs more than the best one, over a fixed grid of worlds. */
export interface RegretTable {
  readonly worlds: readonly RegretWorld[];
  /** The feasible candidates with the least worst regret first. At most five, the winner always among them. */
  readonly plans: readonly RegretPlan[];
}

export interface RegretWorld {
  /** Such as `demand high, prices low, hours high`. */
  readonly name: string;
  /** Id of the best candidate in that world. */
  readonly best: string;
}

export interface RegretPlan {
  readonly candidate: string;
  /** In the order of the worlds; `undefined` where the plan cannot hold the demand at all. */
  readonly regretMicroUsd: readonly (MicroUsd | undefined)[];
  readonly meanMicroUsd: MicroUsd | undefined;
  readonly worstMicroUsd: MicroUsd | undefined;
}
