import { TaintEffect } from '../../cluster';
import type { EksNodePool } from '../node-pool';

const EXAMPLE = `addNodePool('system', { machines: EksMachines.ofTypes('m7i.large'), size: NodePoolSize.fixed(3) })`;

/**
 * Why a cluster would stop twenty minutes into its first apply: CoreDNS waits for a node that takes it. Empty when there is
 * such a node.
 */
export function describeMissingNodes(clusterName: string, pools: readonly EksNodePool[]): string[] {
  if (pools.length === 0) {
    return [
      `cluster '${clusterName}' has no node pool, so its add-ons could never start; give 'nodePools' or call ${EXAMPLE}`,
    ];
  }
  if (pools.some(takesOrdinaryPods)) return [];
  return [
    `no node pool of cluster '${clusterName}' starts with a node that takes ordinary pods, so CoreDNS could never start; give one pool a size of at least 1 and no 'NoSchedule' or 'NoExecute' taint, such as ${EXAMPLE}`,
  ];
}

function takesOrdinaryPods(pool: EksNodePool): boolean {
  return (
    pool.size.initial > 0 && pool.taints.every((taint) => taint.effect === TaintEffect.PREFER_NO_SCHEDULE)
  );
}
