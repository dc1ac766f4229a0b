/** How much a node may send in all. The value is Google's own word. */
export enum GkeEgressBandwidth {
  /** 50 to 200 Gbit/s for an extra price, on large machines of a few series and with gVNIC only. */
  TIER_1 = 'TIER_1',
}
