/** The platforms that kubewhere itself defines clusters on. */
export const BUILT_IN_PLATFORMS = ['eks', 'gke', 'on-prem'] as const;

/**
 * Names a platform in requests, decisions, lock files and `ICluster.platform`. Open on purpose: a platform
 * registered from outside the package brings its own id.
 */
export type PlatformId = (typeof BUILT_IN_PLATFORMS)[number] | (string & {});
