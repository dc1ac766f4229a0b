import { residencyOf } from './residency-of';

export const controlPlaneResidency = residencyOf(
  { what: 'control-plane', wish: 'controlPlane', words: 'control plane' },
  {
    id: 'control-plane-residency',
    title: 'Control plane in a country or jurisdiction that is allowed',
    rationale:
      'The control plane holds names, labels and secrets and need not stand where the nodes do; no reason lifts a law.',
    level: 'hard',
  },
);
