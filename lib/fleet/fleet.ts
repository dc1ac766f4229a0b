import { Construct } from 'constructs';
import type { ICluster } from '../cluster';
import type { Request } from '../decision/request/types';
import type { Assessment, ClusterDecision, Decision } from '../decision/types';
import { ValidationError } from '../values';
import { builtInPlatforms } from './built-in-platforms';
import { ClusterStack } from './cluster-stack';
import type { ClusterPlan, Platform } from './platform';

/** Props of {@link Fleet}. */
export interface FleetProps {
  readonly request: Request;
  /** The decision about exactly this request. */
  readonly decision: Decision;
  /** @default builtInPlatforms */
  readonly platforms?: readonly Platform[];
}

/** One stack of a fleet. */
export interface FleetStack {
  readonly name: string;
  readonly clusterKey: string;
  readonly platform: string;
}

/**
 * Turns a decision into stacks, one per cluster: the only place that knows both decisions and constructs. It decides nothing.
 *
 * Stacks are defined in the scope itself (an `App` as a rule) and not below the fleet, so that their names stay
 * `<cluster name>-cluster` whatever the fleet is called.
 */
export class Fleet extends Construct {
  /** Clusters by their key in the request. */
  public readonly clusters: Readonly<Record<string, ICluster>>;
  /** In the order of the cluster keys. */
  public readonly stacks: readonly FleetStack[];

  /** @throws ValidationError when a cluster has no place to run, its platform is unknown, or the platform lacks something it needs. */
  public constructor(scope: Construct, id: string, props: FleetProps) {
    super(scope, id);
    const platforms = props.platforms ?? builtInPlatforms;
    const clusters: Record<string, ICluster> = {};
    const stacks: FleetStack[] = [];
    const plans = Object.values(props.decision.clusters).map((decided) =>
      this.planOf(props.request, decided),
    );
    this.assertMachinesUsedOnce(plans);
    for (const plan of plans) {
      const platform = this.findPlatform(platforms, plan.candidate.platform);
      const name = `${plan.clusterName}-cluster`;
      clusters[plan.clusterKey] = new ClusterStack(scope, name, { plan, platform }).cluster;
      stacks.push({ name, clusterKey: plan.clusterKey, platform: plan.candidate.platform });
    }
    this.clusters = clusters;
    this.stacks = stacks;
  }

  private planOf(request: Request, decided: ClusterDecision): ClusterPlan {
    const cluster = request.clusters[decided.clusterKey];
    if (cluster === undefined) {
      throw new ValidationError(
        `the decision speaks of cluster '${decided.clusterKey}', which the request does not have; decide again`,
        this,
      );
    }
    const chosen = decided.assessments.find((assessment) => assessment.candidate.id === decided.chosen);
    if (decided.outcome !== 'decided' || chosen?.sizing.kind !== 'sized') {
      throw new ValidationError(
        `cluster '${decided.clusterKey}' has no place to run; 'kubewhere decide' says what would have to change`,
        this,
      );
    }
    this.assertDefined(decided.clusterKey, chosen);
    return {
      clusterName: decided.clusterName,
      clusterKey: decided.clusterKey,
      candidate: chosen.candidate,
      pools: chosen.sizing.pools,
      supportPhase: chosen.supportPhase,
      cluster,
      request,
    };
  }

  /** What is ranked without a construct has a place in the ranking and none in a stack. */
  private assertDefined(clusterKey: string, { candidate, findings }: Assessment): void {
    const found = findings.find(({ constraint }) => constraint === 'construct-available');
    if (found === undefined || found.verdict === 'proven') return;
    throw new ValidationError(
      `cluster '${clusterKey}' was decided for ${candidate.id}, which is ranked and not defined here: ${found.observed}; take another with 'kubewhere decide FILE --accept ID'`,
      this,
    );
  }

  /** Clusters that `decide` chose for together share no site; two decisions, or one made by hand, may. */
  private assertMachinesUsedOnce(plans: readonly ClusterPlan[]): void {
    const userOf = new Map<string, string>();
    for (const { clusterKey, candidate } of plans) {
      if (candidate.place.kind !== 'site') continue;
      const other = userOf.get(candidate.place.id);
      if (other !== undefined) {
        throw new ValidationError(
          `clusters '${other}' and '${clusterKey}' were both given the machines of site '${candidate.place.id}', which hold one cluster; keep one of them away with 'places: { deny: [${candidate.place.id}] }', or split the site in two`,
          this,
        );
      }
      userOf.set(candidate.place.id, clusterKey);
    }
  }

  private findPlatform(platforms: readonly Platform[], id: string): Platform {
    const platform = platforms.find((candidate) => candidate.profile.id === id);
    if (platform === undefined) {
      const known = platforms.map((candidate) => `'${candidate.profile.id}'`).join(', ');
      throw new ValidationError(`platform '${id}' is not registered; registered are ${known}`, this);
    }
    return platform;
  }
}
