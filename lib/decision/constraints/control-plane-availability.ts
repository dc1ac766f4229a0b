import type { Constraint } from '../types';
import { decided, finding } from './finding';

export const controlPlaneAvailability: Constraint = {
  id: 'control-plane-availability',
  title: 'Control plane that outlives the loss of one machine or zone',
  rationale:
    'A single control plane stops deployments, scaling and healing while it is down or being upgraded.',
  level: 'overridable',
  dependsOn: 'candidate',
  evaluate({ candidate }, { cluster }) {
    const single = cluster.availability.controlPlane === 'single';
    return finding(
      this.id,
      single ? 'any control plane' : 'highly available control plane',
      decided(single || candidate.controlPlane === 'highly-available', {
        observed: candidate.controlPlane === 'single' ? 'a single control plane' : 'highly available',
        fix:
          candidate.place.kind === 'site'
            ? `give '${candidate.place.id}' three control-plane machines, or accept 'availability.controlPlane: single'`
            : "accept 'availability.controlPlane: single'",
      }),
    );
  },
};
