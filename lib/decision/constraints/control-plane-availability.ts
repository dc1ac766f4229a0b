import type { Constraint } from '../types';
import { finding, proven } from './finding';

const ID = 'control-plane-availability';
const REQUIRED = 'highly available control plane';
const NOT_ASKED = {
  'highly-available': proven(ID, 'any control plane', 'highly available'),
  single: proven(ID, 'any control plane', 'a single control plane'),
} as const;
const HIGHLY_AVAILABLE = proven(ID, REQUIRED, 'highly available');

export const controlPlaneAvailability: Constraint = {
  id: ID,
  title: 'Control plane that outlives the loss of one machine or zone',
  rationale:
    'A single control plane stops deployments, scaling and healing while it is down or being upgraded; what runs goes on running, so a written reason lifts it.',
  level: 'overridable',
  dependsOn: 'candidate',
  evaluate({ candidate: { controlPlane, place } }, { cluster }) {
    if (cluster.availability.controlPlane === 'single') return NOT_ASKED[controlPlane];
    if (controlPlane === 'highly-available') return HIGHLY_AVAILABLE;
    return finding(ID, REQUIRED, {
      verdict: 'refuted',
      observed: 'a single control plane',
      fix:
        place.kind === 'site'
          ? `give '${place.id}' three control-plane machines, or accept 'availability.controlPlane: single'`
          : "accept 'availability.controlPlane: single'",
      change: { path: ['availability', 'controlPlane'], to: 'single' },
    });
  },
};
