import { Token } from 'cdktf';
import { ValidationError } from '../values';

/** Which node the scheduler prefers among those that a pod fits on. */
export enum EksNodePreference {
  LEAST_ALLOCATED = 'LeastAllocated',
  MOST_ALLOCATED = 'MostAllocated',
}

/** Resources that count when nodes are compared, each with its weight of 1 to 100, such as `{ cpu: 1, 'nvidia.com/gpu': 5 }`. */
export type EksResourceWeights = Readonly<Record<string, number>>;

const RESOURCE = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/;

/**
 * How the scheduler fills nodes.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/resource-bin-packing/
 */
export class EksScheduling {
  /**
   * Prefers the emptiest node, as Kubernetes does by itself: a lost node takes few pods with it.
   *
   * @throws ValidationError when a resource is malformed or a weight is out of bounds.
   */
  public static spread(weights?: EksResourceWeights): EksScheduling {
    return new EksScheduling(EksNodePreference.LEAST_ALLOCATED, weights);
  }

  /**
   * Prefers the fullest node, so that others become empty and an autoscaler takes them away. Fewer nodes to pay, and more pods
   * lost with each.
   *
   * @throws ValidationError when a resource is malformed or a weight is out of bounds.
   */
  public static pack(weights?: EksResourceWeights): EksScheduling {
    return new EksScheduling(EksNodePreference.MOST_ALLOCATED, weights);
  }

  /** Sorted by resource; empty where EKS's own weights hold. */
  public readonly weights: readonly { readonly resource: string; readonly weight: number }[];

  private constructor(
    public readonly preference: EksNodePreference,
    weights: EksResourceWeights = {},
  ) {
    const problems = Object.entries(weights).flatMap(([resource, weight]) => [
      ...(RESOURCE.test(resource)
        ? []
        : [`'scheduling' resource '${resource}' must be the name of one, such as 'cpu' or 'nvidia.com/gpu'`]),
      ...(Token.isUnresolved(weight) || (Number.isInteger(weight) && weight >= 1 && weight <= 100)
        ? []
        : [`'scheduling' weight of '${resource}' (${weight}) must be a whole number of 1 to 100`]),
    ]);
    if (problems.length > 0) throw new ValidationError(problems.join('; '));
    this.weights = Object.entries(weights)
      .map(([resource, weight]) => ({ resource, weight }))
      .sort((left, right) => (left.resource < right.resource ? -1 : 1));
  }
}

/** Ports of Services of type NodePort, both ends included. */
export interface EksNodePorts {
  readonly from: number;
  readonly to: number;
}

/**
 * Settings of the control plane's components that EKS lets a cluster change, in place and without interruption. Kubernetes 1.31
 * or newer.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/control-plane-configuration.html
 */
export interface EksControlPlaneTuning {
  /**
   * Minutes that events are kept, 10 to 60. Fewer relieve a cluster that is full of short jobs. Needs hashicorp/aws 6.60.
   *
   * @default - EKS's own, 60
   */
  readonly eventTtlMinutes?: number;
  /**
   * Within 10260 to 32767. Services keep the port they have, so narrow it before there are any. Security groups are not
   * changed. Needs hashicorp/aws 6.60.
   *
   * @default - EKS's own, 30000 to 32767
   */
  readonly nodePorts?: EksNodePorts;
  /**
   * Seconds between two looks of the HorizontalPodAutoscaler, 10 to 15. Needs a `controlPlaneTier` above `STANDARD`, and
   * hashicorp/aws 6.63.
   *
   * @default - EKS's own, 15
   */
  readonly autoscalerSyncSeconds?: number;
  /**
   * Pods that have ended and are kept for their logs and status, 0 to 12500. Needs hashicorp/aws 6.63.
   *
   * @default - EKS's own
   */
  readonly terminatedPodThreshold?: number;
  /**
   * How the scheduler fills nodes. Needs hashicorp/aws 6.60.
   *
   * @default - EKS's own, as `EksScheduling.spread()`
   */
  readonly scheduling?: EksScheduling;
}
