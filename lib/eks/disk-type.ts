/** Kinds of EBS volumes that nodes start from. */
export enum EksDiskType {
  /** Speed that does not hang on the size. */
  GP3 = 'gp3',
  /** The only kind on an Outpost and in some Local Zones; the larger, the faster. */
  GP2 = 'gp2',
}
