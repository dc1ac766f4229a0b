/** How nodes and pods reach the Internet, and what that costs. */
export enum EksEgress {
  /** One NAT gateway in every zone: a lost zone takes only its own way out with it. The dearest: an hourly price per zone, and one per gigabyte. */
  NAT_PER_ZONE = 'nat-per-zone',
  /** One NAT gateway for all: a third of the hourly price, but all zones lose the Internet with its zone, and traffic between zones is paid for. */
  NAT_SINGLE = 'nat-single',
  /**
   * One NAT gateway that AWS itself spreads over the zones that have nodes. Its hourly price is counted per zone it covers. It
   * takes its public addresses by itself and they change with the zones: not for a peer that admits known addresses only. It
   * reaches a new zone within the hour; until then that zone's traffic leaves through another.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
   */
  NAT_REGIONAL = 'nat-regional',
  /**
   * No way out at all. Defines interface endpoints for the AWS services that nodes need instead, each with an hourly price
   * per zone: together they usually cost more than NAT. Images must come from ECR in the same region.
   */
  NONE = 'none',
}
