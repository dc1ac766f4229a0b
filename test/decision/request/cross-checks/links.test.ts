import { problemsOf, withCluster } from '../texts';

const REGIONS = ['eu-central-1', 'europe-west3'];

describe('links to networks of the user', () => {
  it('ask for something', () => {
    expect(problemsOf(withCluster('links: { office: {} }'))).toEqual([
      "9:22 clusters.api.links.office: must say something of the link: 'cidrs', 'maxLatencyMs', 'latencyMs' or 'reaches'; found an empty map",
    ]);
  });

  it('name regions and sites that exist', () => {
    const text = withCluster(
      'links:',
      '  office: { latencyMs: { eu-central1: 9, europe-west3: 8 }, reaches: [europe-west33, moon] }',
    );
    expect(problemsOf(text, { regions: REGIONS })).toEqual([
      "10:30 clusters.api.links.office.latencyMs.eu-central1: must be the id of a region such as 'eu-central-1' or a site of this file (this file has none); found 'eu-central1'; did you mean 'eu-central-1'?",
      "10:75 clusters.api.links.office.reaches[0]: must be the id of a region such as 'eu-central-1' or a site of this file (this file has none); found 'europe-west33'; did you mean 'europe-west3'?",
      "10:90 clusters.api.links.office.reaches[1]: must be the id of a region such as 'eu-central-1' or a site of this file (this file has none); found 'moon'",
    ]);
    expect(problemsOf(text)).toEqual([]);
  });

  it('lead to ranges that the cluster has not got itself, each pair named', () => {
    expect(
      problemsOf(
        withCluster(
          'network: { nodeCidr: 10.0.0.0/16, adopt: { eks: { vpcId: vpc-0a1b2c3d, vpcCidr: 10.1.0.0/16, privateSubnetIds: [subnet-0a1b2c3d, subnet-0a1b2c3e] } } }',
          'links: { office: { cidrs: [10.0.0.0/15, 192.168.0.0/16] } }',
        ),
      ),
    ).toEqual([
      "10:32 clusters.api.links.office.cidrs[0]: 'links.office' (10.0.0.0/15) overlaps 'network.adopt.eks.vpcCidr' (10.1.0.0/16); give them disjoint ranges",
      "10:32 clusters.api.links.office.cidrs[0]: 'links.office' (10.0.0.0/15) overlaps 'network.nodeCidr' (10.0.0.0/16); give them disjoint ranges",
    ]);
  });

  it('have names that can be part of other names, and ranges and times that can be', () => {
    expect(
      problemsOf(
        withCluster(
          'links: { Head Office: { cidrs: [10.0.0.1/8], maxLatencyMs: 0, latencyMs: { x: -1 }, reaches: [] } }',
        ),
      ),
    ).toEqual([
      "9:14 clusters.api.links[\"Head Office\"]: the name of a link must be 1 to 63 lower-case letters, digits and hyphens, with no hyphen at its ends; found 'Head Office'; did you mean 'head-office'?",
      "9:37 clusters.api.links[\"Head Office\"].cidrs[0]: '10.0.0.1/8' has host bits set; the range that holds it is '10.0.0.0/8'",
      '9:64 clusters.api.links["Head Office"].maxLatencyMs: must be at least 0.001; found 0',
      '9:83 clusters.api.links["Head Office"].latencyMs.x: must be at least 0; found -1',
      '9:98 clusters.api.links["Head Office"].reaches: must have at least 1 entry; found an empty list',
    ]);
  });
});
