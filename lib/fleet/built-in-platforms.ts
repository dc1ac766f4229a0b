import { eksProfile, gkeProfile, onPremProfile } from '../decision/platforms';
import { withPeer } from './missing-peer-error';
import type { Platform } from './platform';

/**
 * EKS, GKE and on-premises. Each loads its constructs, and with them a provider package of several hundred megabytes, when
 * the first cluster is defined on it and not before.
 */
export const builtInPlatforms: readonly Platform[] = [
  {
    profile: eksProfile,
    define: (stack, plan) => {
      const { defineEksCluster } = withPeer('eks', '@cdktf/provider-aws', () => loadEks());
      return defineEksCluster(stack, plan);
    },
  },
  {
    profile: gkeProfile,
    define: (stack, plan) => {
      const { defineGkeCluster } = withPeer('gke', '@cdktf/provider-google', () => loadGke());
      return defineGkeCluster(stack, plan);
    },
  },
  { profile: onPremProfile, define: (stack, plan) => loadOnPrem().defineOnPremCluster(stack, plan) },
];

function loadEks(): typeof import('./platforms/eks') {
  return require('./platforms/eks');
}

function loadGke(): typeof import('./platforms/gke') {
  return require('./platforms/gke');
}

function loadOnPrem(): typeof import('./platforms/on-prem') {
  return require('./platforms/on-prem');
}
