import { groupThousands } from '../../values';
import { describeResources, needPerDomain } from '../capacity/demand';
import type { Constraint } from '../types';
import { finding } from './finding';

/** Nodes up to which Kubernetes is designed to work. https://kubernetes.io/docs/setup/best-practices/cluster-large/ */
const MOST_NODES = 5_000;

export const capacity: Constraint = {
  id: 'capacity',
  title: 'Nodes that hold the demand, also after the loss asked for',
  rationale:
    'Allocatable counts, not nominal size: the system and the agents on every node come off before the workload.',
  level: 'hard',
  dependsOn: 'candidate',
  evaluate({ candidate, sizing }, { cluster }) {
    const loss = candidate.zones > 1 ? (candidate.place.kind === 'site' ? 'rack' : 'zone') : 'node';
    const required = `${describeResources(needPerDomain(cluster, 1))}${
      cluster.availability.surviveZoneLoss ? `, with one ${loss} lost` : ''
    }`;
    switch (sizing.kind) {
      case 'sized': {
        const nodes = sizing.pools.reduce((sum, pool) => sum + pool.nodes, 0);
        if (nodes > MOST_NODES) {
          return finding(this.id, required, {
            verdict: 'refuted',
            observed: `${groupThousands(nodes)} nodes, and Kubernetes is designed for ${groupThousands(MOST_NODES)} at most`,
            fix: 'split it into several clusters',
          });
        }
        const left = cluster.availability.surviveZoneLoss ? sizing.afterZoneLoss : sizing.allocatable;
        return finding(this.id, required, { verdict: 'proven', observed: describeResources(left) });
      }
      case 'too-small':
        return finding(this.id, required, {
          verdict: 'refuted',
          observed: sizing.reason,
          fix:
            candidate.place.kind === 'site'
              ? `add machines to '${candidate.place.id}', or lower 'capacity'`
              : "allow more 'capacity.machineClasses' or 'capacity.architectures', or a smaller 'capacity.largestPod'",
        });
      case 'unknown':
        return finding(this.id, required, {
          verdict: 'unknown',
          observed: sizing.reason,
          fix: `add machine prices for ${candidate.place.id} to the catalogue`,
        });
    }
  },
};
