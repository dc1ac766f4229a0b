/** What Cloud NAT writes to Cloud Logging, charged by volume. The values are Google's own words, but for NONE. */
export enum GkeNatLog {
  /** Connections that found no port. */
  ERRORS_ONLY = 'ERRORS_ONLY',
  /** Connections that were made. */
  TRANSLATIONS_ONLY = 'TRANSLATIONS_ONLY',
  ALL = 'ALL',
  NONE = 'NONE',
}

/** How Cloud NAT takes its addresses and shares its ports. */
export interface GkeNatOptions {
  /**
   * How many public addresses it has for good, 1 to 8, for others to let in. Each has 64,512 ports for each destination and costs by the
   * hour. An address that is taken away breaks the connections that go through it.
   *
   * @default - Google takes and gives back as many as are needed; they change
   */
  readonly addressCount?: number;
  /**
   * Ports that a node has always, a power of two from 32 on. Many of them leave few nodes to an address.
   *
   * @default - Google's own, 32
   */
  readonly minPortsPerNode?: number;
  /**
   * Ports that a node can have at most, a power of two of up to 65536 and more than `minPortsPerNode`.
   *
   * @default - Google's own, 65536
   */
  readonly maxPortsPerNode?: number;
  /** @default GkeNatLog.ERRORS_ONLY */
  readonly log?: GkeNatLog;
}
