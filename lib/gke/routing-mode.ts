/** Which routes Cloud Routers of the network learn and tell. The values are Google's own words. */
export enum GkeRoutingMode {
  /** Those of their region. */
  REGIONAL = 'REGIONAL',
  /** Those of all regions: what is connected in one region reaches the subnetworks of all. */
  GLOBAL = 'GLOBAL',
}
