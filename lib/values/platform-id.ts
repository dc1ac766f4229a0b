/** The platforms that kubewhere itself defines clusters on. */
export const BUILT_IN_PLATFORMS = ['eks', 'gke', 'on-prem'] as const;

/** The platforms that a decision compares: those above, and those that are ranked though no construct defines them yet. */
export const RANKED_PLATFORMS = [...BUILT_IN_PLATFORMS, 'self-managed-ec2', 'aks'] as const;

/**
 * Names a platform in requests, decisions, lock files and `ICluster.platform`. Open on purpose: a platform
 * registered from outside the package brings its own id.
 */
export type PlatformId = (typeof RANKED_PLATFORMS)[number] | (string & {});
