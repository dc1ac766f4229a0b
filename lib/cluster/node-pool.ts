import type { IConstruct } from 'constructs';
import { ValidationError } from '../values';
import type { Taint } from './taint';

/** A set of worker nodes that are alike: a managed node group on EKS, a node pool on GKE, a list of machines on premises. */
export interface INodePool extends IConstruct {
  /** The key it was added under, which Kubernetes sees as the label `kubewhere.dev/pool`. */
  readonly poolName: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
}

/** What a node pool has on every platform. Each platform's own options add machines and size. */
export interface NodePoolOptions {
  /**
   * Kubernetes labels of the nodes.
   *
   * @default - the label `kubewhere.dev/pool` with the pool's name only
   */
  readonly labels?: Readonly<Record<string, string>>;
  /** @default [] */
  readonly taints?: readonly Taint[];
}

/** Processor architecture, in the words of Kubernetes' `kubernetes.io/arch` label. */
export enum Architecture {
  AMD64 = 'amd64',
  ARM64 = 'arm64',
}

/** Whether the provider may take machines back. */
export enum CapacityType {
  ON_DEMAND = 'on-demand',
  /** Spot machines: two thirds cheaper as a rule, and taken back on two minutes' (AWS) or thirty seconds' (Google) notice. */
  INTERRUPTIBLE = 'interruptible',
}

/** The label that every node carries with the name of its pool. */
export const POOL_LABEL = 'kubewhere.dev/pool';

/**
 * How many nodes a pool has, **over all its zones together**.
 */
export class NodePoolSize {
  /**
   * Always this many nodes; Terraform corrects a drift.
   *
   * @throws ValidationError when the count is no whole number of at least 1.
   */
  public static fixed(nodes: number): NodePoolSize {
    assertCount('nodes', nodes, 1);
    return new NodePoolSize(nodes, nodes, nodes, false);
  }

  /**
   * An autoscaler moves the count between the bounds; Terraform sets `initial` once and then leaves it alone.
   *
   * @throws ValidationError when not `0 <= min <= initial <= max` and `max >= 1`.
   */
  public static autoscaled(bounds: {
    readonly min: number;
    readonly max: number;
    readonly initial?: number;
  }): NodePoolSize {
    const initial = bounds.initial ?? Math.max(bounds.min, 1);
    assertCount('min', bounds.min, 0);
    assertCount('max', bounds.max, 1);
    assertCount('initial', initial, 0);
    if (bounds.min > bounds.max) {
      throw new ValidationError(`'max' (${bounds.max}) must be at least 'min' (${bounds.min})`);
    }
    if (initial < bounds.min || initial > bounds.max) {
      throw new ValidationError(
        `'initial' (${initial}) must lie between 'min' (${bounds.min}) and 'max' (${bounds.max})`,
      );
    }
    return new NodePoolSize(bounds.min, bounds.max, initial, true);
  }

  private constructor(
    public readonly min: number,
    public readonly max: number,
    public readonly initial: number,
    /** Whether an autoscaler owns the count after the first apply. */
    public readonly isAutoscaled: boolean,
  ) {}
}

function assertCount(name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new ValidationError(`'${name}' (${value}) must be a whole number of at least ${least}`);
  }
}
