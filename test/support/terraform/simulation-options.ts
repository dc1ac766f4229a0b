import type { ComputedValueTable } from './private/computed-values';
import type { BlockSchema } from './private/schema';

/** What a test may tell the simulator beyond the schemas, which it reads from the bindings. */
export interface SimulationOptions {
  /**
   * Attributes a change of which forces a replacement, by resource type. Paths carry no indices:
   * `{ aws_eks_cluster: ['name', 'vpc_config.subnet_ids'] }`. The bindings do not know them, so what is not
   * listed is updated in place.
   *
   * @default - every change is an update
   */
  readonly forceNew?: Readonly<Record<string, readonly string[]>>;
  /**
   * Values of computed attributes by type and path without indices; data sources have `data.` in front of
   * their type: `{ 'data.aws_availability_zones': { names: ['eu-west-1a'] } }`. A value may be a function of
   * the facts known so far. `null` leaves the attribute unset.
   *
   * @default - a text of the form that the name promises, 1, false, one element per list, an empty map
   */
  readonly computedValues?: Readonly<Record<string, ComputedValueTable>>;
  /**
   * Computed attributes that become unknown again when the resource is updated, by resource type.
   *
   * @default - `latest_version` of `aws_launch_template`; any other keeps its value
   */
  readonly recomputedOnUpdate?: Readonly<Record<string, readonly string[]>>;
  /**
   * Blocks that the provider adds when the configuration leaves them out, by resource type, as paths. An
   * entry replaces the rule for its type.
   *
   * @default - each single block that holds a value only the provider can set (`master_auth` on GKE)
   */
  readonly providerFilledBlocks?: Readonly<Record<string, readonly string[]>>;
  /**
   * Whether to refuse the destruction of a resource whose `deletion_protection` is true, as the clouds do.
   * Terraform's own `prevent_destroy` is always honoured, by Terraform.
   *
   * @default false
   */
  readonly honourDeletionProtection?: boolean;
  /**
   * What providers newer than the bindings have, by resource type: attributes and blocks of types that the bindings know, and whole
   * types that they do not. What the bindings have is refused.
   *
   * @default - the schemas of the bindings
   */
  readonly newerSchema?: Readonly<Record<string, BlockSchema>>;
}
