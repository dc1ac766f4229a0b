import type { TerraformStack } from 'cdktf';
import type { ICluster } from '../cluster';
import type { ClusterRequest, Request } from '../decision/request/types';
import type { Candidate, PlatformProfile, SizedPool, SupportPhase } from '../decision/types';

/** What was decided for one cluster, handed to the platform that builds it. Plain data. */
export interface ClusterPlan {
  /** `<request name>-<cluster key>`. */
  readonly clusterName: string;
  readonly clusterKey: string;
  /** The chosen candidate: platform, place and topology. */
  readonly candidate: Candidate;
  /** The node pools that hold the demand. */
  readonly pools: readonly SizedPool[];
  /** In which phase of the platform's support the version is at the plan date; absent where the platform has none. */
  readonly supportPhase?: SupportPhase;
  readonly cluster: ClusterRequest;
  readonly request: Request;
}

/**
 * A platform: its facts for the decision, and how a decided plan becomes constructs. The set is open; pass your own beside
 * {@link builtInPlatforms} to `decide` (the profile) and to `Fleet` (the whole).
 */
export interface Platform {
  readonly profile: PlatformProfile;
  /**
   * Defines the provider and the cluster in a stack of its own. Called once per cluster that was decided for this platform,
   * and only then, so that a provider package which is not used need not be installed.
   *
   * @throws ValidationError when the request lacks what this platform needs.
   */
  define(stack: TerraformStack, plan: ClusterPlan): ICluster;
}
