import { problemsOf, withCluster } from '../texts';

describe('an air gap', () => {
  it('has no way out, and nothing that would pass it', () => {
    expect(
      problemsOf(
        withCluster(
          'security: { airGap: true }',
          'network: { egress: single }',
          'traffic: { natGib: 10, internetEgressGib: 0.5 }',
        ),
      ),
    ).toEqual([
      "10:24 clusters.api.network.egress: must be 'none' or left out with 'security.airGap: true'; found 'single'; say 'airGap: false' if nodes may reach the Internet",
      "11:24 clusters.api.traffic.natGib: must be 0 or left out with 'security.airGap: true', which leaves no way to the Internet; found 10",
      "11:47 clusters.api.traffic.internetEgressGib: must be 0 or left out with 'security.airGap: true', which leaves no way to the Internet; found 0.5",
    ]);
    expect(
      problemsOf(
        withCluster('security: { airGap: true }', 'network: { egress: none }', 'traffic: { natGib: 0 }'),
      ),
    ).toEqual([]);
  });

  it('is more than no way out for nodes, through which a load balancer still answers', () => {
    expect(
      problemsOf(withCluster('network: { egress: none }', 'traffic: { natGib: 10, internetEgressGib: 5 }')),
    ).toEqual([
      "10:24 clusters.api.traffic.natGib: must be 0 or left out with 'network.egress: none', which leaves no way to the Internet; found 10",
    ]);
  });
});

describe('ranges that may reach the API', () => {
  const restricted = (cidrs: string, ...more: readonly string[]) =>
    problemsOf(withCluster(`security: { apiAccess: { exposure: restricted, cidrs: [${cidrs}] } }`, ...more));
  const MANY = Array.from({ length: 41 }, (_, index) => `203.0.113.${index}/32`).join(', ');

  it('are of IPv4 on every platform', () => {
    expect(restricted('203.0.113.0/24, "2001:db8::/32"')).toEqual([
      "9:76 clusters.api.security.apiAccess.cidrs[1]: must be a range of IPv4, the only addresses that the API has on any platform; found '2001:db8::/32'",
    ]);
  });

  it('are held against what EKS takes where EKS alone is allowed', () => {
    expect(restricted('10.1.0.0/16, 203.0.113.0/24', 'platforms: { allow: [eks] }')).toEqual([
      "9:60 clusters.api.security.apiAccess.cidrs[0]: must not be a private range, which EKS refuses for the public endpoint; found '10.1.0.0/16'; remove it: the VPC reaches the API in any case",
    ]);
    expect(restricted(MANY, 'platforms: { allow: [eks] }')).toEqual([
      '9:52 clusters.api.security.apiAccess.cidrs: must have at most 40 entries, the most that EKS takes; found 41; join neighbours into wider ranges',
    ]);
  });

  it('may be what another platform takes', () => {
    expect(restricted('10.1.0.0/16')).toEqual([]);
    expect(restricted(`10.1.0.0/16, ${MANY}`, 'platforms: { allow: [eks, gke] }')).toEqual([]);
  });
});

describe('where things may be', () => {
  it('is asked with at least one country or law, for each of them', () => {
    expect(
      problemsOf(withCluster('residency: { controlPlane: {}, backups: {}, telemetry: { countries: [] } }')),
    ).toEqual([
      "9:32 clusters.api.residency.controlPlane: must name at least one country or jurisdiction; found none; leave 'controlPlane' out if any will do",
      "9:45 clusters.api.residency.backups: must name at least one country or jurisdiction; found none; leave 'backups' out if any will do",
      "9:60 clusters.api.residency.telemetry: must name at least one country or jurisdiction; found none; leave 'telemetry' out if any will do",
    ]);
  });
});
