import { CLUSTER_RULES } from './cluster-rules';
import { NODE_POOL_RULES } from './node-rules';
import { OTHER_RULES } from './other-rules';
import { brokenBy, type ProviderRules } from './rule';

export * from './rule';

/** All rules, by the type of the resource. */
export const GOOGLE_RULES: ProviderRules = {
  google_container_cluster: CLUSTER_RULES,
  google_container_node_pool: NODE_POOL_RULES,
  ...OTHER_RULES,
};

/** `type.logical_id: words` of all that hashicorp/google would refuse of a stack, sorted. */
export function refusedIn(
  resources: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>> = {},
): readonly string[] {
  return Object.entries(resources)
    .flatMap(([type, instances]) =>
      Object.entries(instances).flatMap(([name, body]) =>
        (GOOGLE_RULES[type] ?? [])
          .flatMap((rule) => brokenBy(rule, body))
          .map((words) => `${type}.${name}: ${words}`),
      ),
    )
    .sort();
}
