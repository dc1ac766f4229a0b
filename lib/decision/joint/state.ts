import type { Network } from './network';
import { compatible } from './spot';
import { twinsOf } from './twins';
import type { JointOption, JointProblem } from './types';

/** How far a search has come: what is given, what is still open, and what is blocked by it. */
export class SearchState {
  /** Clusters without an option yet. */
  public readonly open = new Set<number>();
  public cost = 0;
  public money = 0;
  public hours = 0;
  /** Quotas that the given options use up and more. */
  public overdrawn = 0;
  private readonly given: (JointOption | undefined)[];
  /** By cluster and option, how many given options stand in its way. */
  private readonly obstacles: readonly Int32Array[];
  private readonly used: Record<string, number> = {};
  private readonly twins: readonly (readonly boolean[])[];

  public constructor(
    private readonly problem: JointProblem,
    private readonly network: Network,
  ) {
    this.given = problem.clusters.map(() => undefined);
    this.twins = twinsOf(problem.clusters, network);
    this.obstacles = problem.clusters.map(({ options }) => new Int32Array(options.length));
    problem.clusters.forEach((_cluster, index) => {
      this.open.add(index);
    });
  }

  public isFree(cluster: number, option: number): boolean {
    return this.obstacles[cluster]?.[option] === 0;
  }

  /** Gives a cluster an option that is free. Undone by {@link takeBack} in reverse order. */
  public give(cluster: number, option: JointOption): void {
    this.given[cluster] = option;
    this.open.delete(cluster);
    this.add(cluster, option, 1);
  }

  public takeBack(cluster: number, option: JointOption): void {
    this.given[cluster] = undefined;
    this.open.add(cluster);
    this.add(cluster, option, -1);
  }

  /** One option of each cluster, when none is open. */
  public answer(): readonly JointOption[] {
    return this.given.filter((option) => option !== undefined);
  }

  private add(cluster: number, option: JointOption, sign: 1 | -1): void {
    this.cost += sign * option.cost;
    this.money += sign * option.money;
    this.hours += sign * option.hours;
    for (const [quota, amount] of Object.entries(option.uses)) {
      const limit = this.problem.quotas[quota] ?? Number.POSITIVE_INFINITY;
      const before = this.used[quota] ?? 0;
      const after = before + sign * amount;
      this.used[quota] = after;
      this.overdrawn += Number(after > limit) - Number(before > limit);
    }
    for (const other of this.open) this.block(cluster, other, option, sign);
  }

  private block(cluster: number, other: number, option: JointOption, sign: 1 | -1): void {
    const apart = this.network.apart[cluster]?.[other] ?? 0;
    const twins = this.twins[cluster]?.[other] === true;
    if (apart === 0 && this.network.rivals[cluster]?.[other] !== true && !twins) return;
    const counts = this.obstacles[other];
    this.problem.clusters[other]?.options.forEach((candidate, index) => {
      const outOfOrder =
        twins && (cluster < other ? candidate.rank < option.rank : candidate.rank > option.rank);
      if (counts !== undefined && (outOfOrder || !compatible(option.spot, candidate.spot, apart))) {
        counts[index] = (counts[index] ?? 0) + sign;
      }
    });
  }
}
