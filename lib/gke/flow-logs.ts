/** Stretch of time over which packets of one connection become one entry. The values are Google's own words. */
export enum GkeFlowLogInterval {
  SECONDS_5 = 'INTERVAL_5_SEC',
  SECONDS_30 = 'INTERVAL_30_SEC',
  MINUTE_1 = 'INTERVAL_1_MIN',
  MINUTES_5 = 'INTERVAL_5_MIN',
  MINUTES_10 = 'INTERVAL_10_MIN',
  MINUTES_15 = 'INTERVAL_15_MIN',
}

/** How much of the traffic is logged: the shorter the interval and the larger the share, the more there is to pay. */
export interface GkeFlowLogOptions {
  /** @default GkeFlowLogInterval.MINUTES_10 */
  readonly interval?: GkeFlowLogInterval;
  /**
   * Share of the entries that is kept: more than 0, up to 1.
   *
   * @default 0.5
   */
  readonly sampling?: number;
  /**
   * Whether entries name machines, zones, pods and Services beside addresses.
   *
   * @default true
   */
  readonly metadata?: boolean;
  /**
   * Which entries are kept, in Google's Common Expression Language.
   *
   * @default - all
   */
  readonly filter?: string;
}
