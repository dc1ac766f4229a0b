import { leastOfOpen, type WeightsOfOptions } from './bound';
import { type Partition, partitionsOf } from './groups';
import { networkOf } from './network';
import { bestPrices, budgetWeights, exchangeRate, type ShadowPrices, weightsAt } from './prices';
import { SearchState } from './state';
import { type JointOption, type JointProblem, NODE_LIMIT } from './types';

/** Costs are whole, so half a unit is more than what the fractions of prices can be wrong by. */
const ROUNDING = 0.5;

/** What a search came to. */
export interface SearchResult {
  /** One option of each cluster, at less than the ceiling; `undefined` when none was found. */
  readonly chosen: readonly JointOption[] | undefined;
  readonly cost: number;
  /** Whether everything was looked at or excluded. */
  readonly complete: boolean;
}

/**
 * Branch and bound for the least sum of costs below a ceiling. Exact: a branch is left only when it cannot hold anything
 * better. Deterministic, and it ends after {@link NODE_LIMIT} steps whatever the problem is.
 */
export function search(
  problem: JointProblem,
  ceiling: number = Number.POSITIVE_INFINITY,
  nodeLimit: number = NODE_LIMIT,
): SearchResult {
  return new Search(problem, ceiling, nodeLimit).run();
}

class Search {
  private readonly state: SearchState;
  private readonly partitions: readonly Partition[];
  private readonly prices: ShadowPrices;
  private readonly costs: WeightsOfOptions;
  private readonly priced: WeightsOfOptions;
  private readonly rate: number | undefined;
  private readonly budgets: WeightsOfOptions;
  private readonly money: WeightsOfOptions;
  private readonly hours: WeightsOfOptions;
  private best: readonly JointOption[] | undefined;
  private nodes = 0;

  public constructor(
    private readonly problem: JointProblem,
    private ceiling: number,
    private readonly nodeLimit: number,
  ) {
    const network = networkOf(problem);
    this.state = new SearchState(problem, network);
    this.partitions = partitionsOf(problem.clusters, network);
    this.prices = bestPrices(problem, this.state, this.partitions);
    this.costs = weightsAt(problem, { money: 0, hours: 0 });
    this.priced = weightsAt(problem, this.prices);
    this.rate = exchangeRate(problem, this.state, this.partitions);
    this.budgets = this.rate === undefined ? [] : budgetWeights(problem, this.rate);
    this.money = problem.clusters.map(({ options }) => options.map((option) => option.money));
    this.hours = problem.clusters.map(({ options }) => options.map((option) => option.hours));
  }

  public run(): SearchResult {
    this.visit();
    return { chosen: this.best, cost: this.ceiling, complete: this.nodes <= this.nodeLimit };
  }

  private visit(): void {
    this.nodes += 1;
    if (this.nodes > this.nodeLimit || this.isHopeless()) return;
    const cluster = this.mostConstrained();
    if (cluster === undefined) {
      this.best = this.state.answer();
      this.ceiling = this.state.cost;
      return;
    }
    for (const option of this.freeOptions(cluster)) {
      this.state.give(cluster, option);
      this.visit();
      this.state.takeBack(cluster, option);
    }
  }

  /** Whether nothing below this point can be cheaper than the ceiling and hold the budgets. */
  private isHopeless(): boolean {
    const { state, prices } = this;
    const { limits } = this.problem;
    if (state.overdrawn > 0 || state.cost + this.least(this.costs) >= this.ceiling) return true;
    if (this.breaksLimits()) return true;
    if (prices.money === 0 && prices.hours === 0) return false;
    const bound =
      state.cost +
      prices.money * (state.money - (limits.money ?? 0)) +
      prices.hours * (state.hours - (limits.hours ?? 0)) +
      this.least(this.priced);
    return bound > this.ceiling - ROUNDING;
  }

  private breaksLimits(): boolean {
    const { money, hours } = this.state;
    const { limits } = this.problem;
    if (limits.money !== undefined && money + this.least(this.money) > limits.money) return true;
    if (limits.hours !== undefined && hours + this.least(this.hours) > limits.hours) return true;
    if (this.rate === undefined || limits.money === undefined || limits.hours === undefined) return false;
    const both = money + this.rate * hours + this.least(this.budgets);
    return both > limits.money + this.rate * limits.hours + ROUNDING;
  }

  private least(weights: WeightsOfOptions): number {
    return leastOfOpen(this.state, this.partitions, weights);
  }

  private mostConstrained(): number | undefined {
    let chosen: number | undefined;
    let fewest = Number.POSITIVE_INFINITY;
    for (const cluster of [...this.state.open].sort((left, right) => left - right)) {
      const free = this.freeOptions(cluster).length;
      if (free < fewest) {
        fewest = free;
        chosen = cluster;
      }
    }
    return chosen;
  }

  /** The least weighty first, so that the first answer is a good one. */
  private freeOptions(cluster: number): readonly JointOption[] {
    const weights = this.priced[cluster] ?? [];
    const options = this.problem.clusters[cluster]?.options ?? [];
    return options
      .map((option, index) => ({ option, index, weight: weights[index] ?? 0 }))
      .filter(({ index }) => this.state.isFree(cluster, index))
      .sort((left, right) => left.weight - right.weight || left.index - right.index)
      .map(({ option }) => option);
  }
}
