import { edit, problemsOf, SHORTEST, withCluster, withRoot } from '../texts';

const REGIONS = ['eu-central-1', 'europe-west3'];

describe('values of a cluster that must fit together', () => {
  it('limits the name that request and cluster make together', () => {
    const text = edit(SHORTEST, 'payments', 'payments-of-europe');
    expect(problemsOf(edit(text, '  api:', `  ${'a'.repeat(21)}:`))).toEqual([]);
    expect(problemsOf(edit(text, '  api:', '  application-gateways-w:'))).toEqual([
      "5:3 clusters.application-gateways-w: the cluster would be called 'payments-of-europe-application-gateways-w' (41 characters); at most 40 are allowed, so that with the request name 'payments-of-europe' this key may have 21",
    ]);
  });

  it('wants names of clusters that can be part of other names', () => {
    expect(problemsOf(edit(SHORTEST, '  api:', '  My API:'))).toEqual([
      "5:3 clusters[\"My API\"]: the name of a cluster must be 1 to 63 lower-case letters, digits and hyphens, with no hyphen at its ends; found 'My API'; did you mean 'my-api'?",
    ]);
    expect(problemsOf(edit(SHORTEST, '  api:', '  "":'))).toEqual([
      '5:3 clusters[""]: the name of a cluster must be 1 to 63 lower-case letters, digits and hyphens, with no hyphen at its ends; found \'\'',
    ]);
  });

  it('wants at least one cluster', () => {
    const [head] = SHORTEST.split('clusters:');
    expect(problemsOf(`${head}clusters: {}\n`)).toEqual([
      '4:11 clusters: must have at least one cluster; found an empty map',
    ]);
  });

  it('wants keys of tags that both clouds take', () => {
    expect(problemsOf(withRoot('tags: { "aws:x": a, "": b, "a*b": c, Cost Center: d }'))).toEqual([
      "9:9 tags[\"aws:x\"]: a tag must not begin with 'aws:', which AWS keeps for itself; found 'aws:x'",
      '9:21 tags[""]: the key of a tag must be 1 to 128 letters, digits, spaces and _ . : / = + - @; found \'\'',
      '9:28 tags["a*b"]: the key of a tag must be 1 to 128 letters, digits, spaces and _ . : / = + - @; found \'a*b\'',
    ]);
  });

  it('wants ranges that do not overlap, and names both', () => {
    expect(
      problemsOf(
        withCluster(
          'network:',
          '  nodeCidr: 10.0.0.0/16',
          '  podCidr: 10.0.128.0/17',
          '  serviceCidr: 10.0.0.0/8',
        ),
      ),
    ).toEqual([
      "11:16 clusters.api.network.podCidr: 'podCidr' (10.0.128.0/17) overlaps 'nodeCidr' (10.0.0.0/16); give them disjoint ranges",
      "12:20 clusters.api.network.serviceCidr: 'serviceCidr' (10.0.0.0/8) overlaps 'nodeCidr' (10.0.0.0/16); give them disjoint ranges",
      "12:20 clusters.api.network.serviceCidr: 'serviceCidr' (10.0.0.0/8) overlaps 'podCidr' (10.0.128.0/17); give them disjoint ranges",
    ]);
  });

  it('wants ranges that do not overlap with those of an adopted network', () => {
    expect(
      problemsOf(
        withCluster(
          'network:',
          '  serviceCidr: 10.0.16.0/20',
          '  adopt:',
          '    eks: { vpcId: vpc-0a1b2c3d, vpcCidr: 10.0.0.0/16, privateSubnetIds: [subnet-0a1b2c3d, subnet-0a1b2c3e] }',
          '    gke:',
          '      network: projects/p/global/networks/n',
          '      subnetwork: projects/p/regions/r/subnetworks/s',
          '      nodeCidr: 10.0.0.0/20',
          '      podRangeName: pods',
          '      podCidr: 10.0.0.0/14',
          '      serviceRangeName: services',
          '      serviceCidr: 10.8.0.0/20',
        ),
      ),
    ).toEqual([
      "10:20 clusters.api.network.serviceCidr: 'serviceCidr' (10.0.16.0/20) overlaps 'adopt.eks.vpcCidr' (10.0.0.0/16); give them disjoint ranges",
      "18:20 clusters.api.network.adopt.gke.podCidr: 'adopt.gke.podCidr' (10.0.0.0/14) overlaps 'adopt.gke.nodeCidr' (10.0.0.0/20); give them disjoint ranges",
    ]);
  });

  it('knows the built-in platforms, or those of the caller', () => {
    const text = withCluster('platforms: { allow: [eks, gkee] }');
    expect(problemsOf(text)).toEqual([
      "9:31 clusters.api.platforms.allow[1]: must be one of 'eks', 'gke', 'on-prem', 'self-managed-ec2', 'aks'; found 'gkee'; did you mean 'gke'?",
    ]);
    expect(problemsOf(text, { platforms: ['eks', 'gkee'] })).toEqual([]);
  });

  it('knows the regions of the caller and the sites of the file', () => {
    const text = withCluster('places: { allow: [eu-centrl-1, frankfurt], deny: [europe-west3] }');
    expect(problemsOf(text, { regions: REGIONS })).toEqual([
      "9:23 clusters.api.places.allow[0]: must be the id of a region such as 'eu-central-1' or a site of this file (this file has none); found 'eu-centrl-1'; did you mean 'eu-central-1'?",
      "9:36 clusters.api.places.allow[1]: must be the id of a region such as 'eu-central-1' or a site of this file (this file has none); found 'frankfurt'",
    ]);
    expect(problemsOf(text)).toEqual([]);
  });

  it('refuses a name that is both allowed and denied', () => {
    expect(problemsOf(withCluster('platforms: { allow: [eks], deny: [eks] }'))).toEqual([
      "9:39 clusters.api.platforms.deny[0]: 'eks' is in both 'allow' and 'deny'; remove it from one of them",
    ]);
    expect(
      problemsOf(withCluster('places: { allow: [eu-central-1], deny: [eu-central-1] }'), {
        regions: REGIONS,
      }),
    ).toEqual([
      "9:45 clusters.api.places.deny[0]: 'eu-central-1' is in both 'allow' and 'deny'; remove it from one of them",
    ]);
  });

  it('refuses entries that occur twice', () => {
    expect(problemsOf(withCluster('platforms: { deny: [eks, gke, eks] }'))).toEqual([
      "9:35 clusters.api.platforms.deny[2]: must occur once in the list; found 'eks' again",
    ]);
  });

  it('refuses a place of law that names nothing', () => {
    expect(
      problemsOf(withCluster('residency: { data: {}, operatorLaw: { countries: [], jurisdictions: [] } }')),
    ).toEqual([
      "9:24 clusters.api.residency.data: must name at least one country or jurisdiction; found none; leave 'data' out if any will do",
      "9:41 clusters.api.residency.operatorLaw: must name at least one country or jurisdiction; found none; leave 'operatorLaw' out if any will do",
    ]);
  });

  it('wants each regime once, with evidence of places that exist', () => {
    expect(
      problemsOf(
        withCluster(
          'security:',
          '  compliance:',
          '    - PCI-DSS',
          '    - { regime: PCI-DSS, evidence: [{ platform: ekss, site: fra, id: a, validUntil: 2026-12-31 }] }',
          '    - C5',
          '    - C5',
        ),
      ),
    ).toEqual([
      "12:21 clusters.api.security.compliance[1].regime: 'PCI-DSS' is listed twice; put all evidence into one entry",
      "12:53 clusters.api.security.compliance[1].evidence[0].platform: must be one of 'eks', 'gke', 'on-prem', 'self-managed-ec2', 'aks'; found 'ekss'; did you mean 'eks'?",
      "12:65 clusters.api.security.compliance[1].evidence[0].site: must be a site of this file (this file has none); found 'fra'",
      "14:11 clusters.api.security.compliance[3]: must occur once in the list; found 'C5' again",
    ]);
  });

  it('wants each administrator once, by a name that can stand in an address', () => {
    expect(
      problemsOf(
        withCluster(
          'administrators:',
          '  aws:',
          '    1a: arn:aws:iam::111122223333:role/x',
          '    b: arn:aws:iam::111122223333:role/x',
        ),
      ),
    ).toEqual([
      "11:9 clusters.api.administrators.aws.1a: the name of an administrator must be 1 to 40 letters, digits and hyphens that begin with a letter; found '1a'",
      "12:12 clusters.api.administrators.aws.b: must differ from every other administrator; found that of '1a' again",
    ]);
  });

  it('finds these also in a file with other mistakes', () => {
    expect(
      problemsOf(
        withCluster(
          'network: { nodeCidr: 10.0.0.0/16, podCidr: 10.0.0.0/14, serviceCidr: x }',
          'availability: { zones: 0 }',
        ),
      ),
    ).toEqual([
      "9:48 clusters.api.network.podCidr: 'podCidr' (10.0.0.0/14) overlaps 'nodeCidr' (10.0.0.0/16); give them disjoint ranges",
      "9:74 clusters.api.network.serviceCidr: 'x' is not a CIDR range; write an address and a mask such as '10.0.0.0/16'",
      '10:28 clusters.api.availability.zones: must be at least 1; found 0',
    ]);
  });
});
