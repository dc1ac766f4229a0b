/** Where the IPv6 addresses of a subnetwork come from. Once a subnetwork has one kind, the other takes a new subnetwork. The values are Google's own words. */
export enum GkeIpv6 {
  /** Unique local addresses: within the network and what is connected to it. The network gets a /48 of its own. */
  INTERNAL = 'INTERNAL',
  /** Addresses of Google's that the Internet knows. What reaches them is for firewalls to say: there is no NAT in front. */
  EXTERNAL = 'EXTERNAL',
}
