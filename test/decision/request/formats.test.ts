import { parseRequest } from '../../../lib/decision/request';
import { edit, problemsOf, SHORTEST, withCluster, withRoot } from './texts';

describe('texts with a form of their own', () => {
  it('wants a minor version of Kubernetes', () => {
    expect(problemsOf(edit(SHORTEST, '"1.34"', '"1.34.2"'))).toEqual([
      "6:24 clusters.api.kubernetesVersion: Kubernetes version '1.34.2' must be a minor version such as '1.34' (no patch: the platform or the host packages choose it)",
    ]);
    expect(problemsOf(edit(SHORTEST, '"1.34"', `"${'1'.repeat(300)}"`))).toEqual([
      '6:24 clusters.api.kubernetesVersion: must be at most 256 characters long; found 300',
    ]);
  });

  it('wants a day of the calendar', () => {
    for (const day of ['2024-02-29', '2000-02-29', '2026-12-31']) {
      expect(problemsOf(edit(SHORTEST, '2026-12-01', day))).toEqual([]);
    }
    expect(problemsOf(edit(SHORTEST, '2026-12-01', '2026-02-29'))).toEqual([
      "3:11 planDate: must be a day between 2000-01-01 and 2099-12-31, written YYYY-MM-DD; found '2026-02-29'",
    ]);
    expect(problemsOf(edit(SHORTEST, '2026-12-01', '01.12.2026'))).toEqual([
      "3:11 planDate: must be a day between 2000-01-01 and 2099-12-31, written YYYY-MM-DD; found '01.12.2026'",
    ]);
    expect(problemsOf(edit(SHORTEST, '2026-12-01', '2026-13-01'))).toEqual([
      "3:11 planDate: must be a day between 2000-01-01 and 2099-12-31, written YYYY-MM-DD; found '2026-13-01'",
    ]);
    expect(problemsOf(edit(SHORTEST, '2026-12-01', '2100-02-29'))).toEqual([
      "3:11 planDate: must be a day between 2000-01-01 and 2099-12-31, written YYYY-MM-DD; found '2100-02-29'",
    ]);
  });

  it('wants ISO codes of countries and known jurisdictions', () => {
    expect(
      problemsOf(
        withCluster(
          'residency: { data: { countries: [UK, Germany, de, XX], jurisdictions: [eu, GBR, Mars] } }',
        ),
      ),
    ).toEqual([
      "9:38 clusters.api.residency.data.countries[0]: must be an ISO 3166-1 alpha-2 country code such as 'DE'; found 'UK'; did you mean 'GB'?",
      "9:42 clusters.api.residency.data.countries[1]: must be an ISO 3166-1 alpha-2 country code such as 'DE'; found 'Germany'; did you mean 'DE'?",
      "9:51 clusters.api.residency.data.countries[2]: must be an ISO 3166-1 alpha-2 country code such as 'DE'; found 'de'; did you mean 'DE'?",
      "9:55 clusters.api.residency.data.countries[3]: must be an ISO 3166-1 alpha-2 country code such as 'DE'; found 'XX'",
      "9:76 clusters.api.residency.data.jurisdictions[0]: must be one of 'EU', 'EEA', 'UK', 'CH', 'US', 'CA', 'CN', 'HK' or the ISO code of another country; found 'eu'; did you mean 'EU'?",
      "9:80 clusters.api.residency.data.jurisdictions[1]: must be one of 'EU', 'EEA', 'UK', 'CH', 'US', 'CA', 'CN', 'HK' or the ISO code of another country; found 'GBR'; did you mean 'GB'?",
      "9:85 clusters.api.residency.data.jurisdictions[2]: must be one of 'EU', 'EEA', 'UK', 'CH', 'US', 'CA', 'CN', 'HK' or the ISO code of another country; found 'Mars'",
    ]);
    // in YAML 1.1 this is false
    expect(
      problemsOf(withCluster('residency: { data: { countries: [NO], jurisdictions: [UK, JP] } }')),
    ).toEqual([]);
  });

  it('wants a name that clouds accept', () => {
    expect(problemsOf(edit(SHORTEST, 'payments', 'my payments'))).toEqual([
      "2:7 name: must be 1 to 20 lower-case letters, digits and hyphens that begin with a letter and do not end with a hyphen; found 'my payments'",
    ]);
    expect(problemsOf(edit(SHORTEST, 'payments', 'p'.repeat(21)))).toEqual([
      "2:7 name: must be 1 to 20 lower-case letters, digits and hyphens that begin with a letter and do not end with a hyphen; found 'ppppppppppppppppppppp'",
    ]);
    expect(problemsOf(edit(SHORTEST, 'payments', 'payments-'))).toEqual([
      "2:7 name: must be 1 to 20 lower-case letters, digits and hyphens that begin with a letter and do not end with a hyphen; found 'payments-'",
    ]);
  });

  it('wants IPv4 ranges without host bits for networks', () => {
    expect(
      problemsOf(
        withCluster('network: { nodeCidr: "2001:db8::/32", podCidr: 10.0.0.1/8, serviceCidr: 10.0.0.0 }'),
      ),
    ).toEqual([
      "9:26 clusters.api.network.nodeCidr: must be an IPv4 range such as '10.0.0.0/16'; found '2001:db8::/32'",
      "9:52 clusters.api.network.podCidr: '10.0.0.1/8' has host bits set; the range that holds it is '10.0.0.0/8'",
      "9:77 clusters.api.network.serviceCidr: '10.0.0.0' lacks the mask of a CIDR range; did you mean '10.0.0.0/32'?",
    ]);
  });

  it('refuses to call the whole Internet restricted', () => {
    expect(
      problemsOf(
        withCluster('security: { apiAccess: { exposure: restricted, cidrs: [0.0.0.0/0, "::/0"] } }'),
      ),
    ).toEqual([
      "9:60 clusters.api.security.apiAccess.cidrs[0]: '0.0.0.0/0' is the whole Internet; give narrower ranges, or say 'exposure: public' if that is meant",
      "9:71 clusters.api.security.apiAccess.cidrs[1]: '::/0' is the whole Internet; give narrower ranges, or say 'exposure: public' if that is meant",
    ]);
  });

  it('wants the full identity of administrators', () => {
    expect(
      problemsOf(
        withCluster('administrators: { aws: { ops: "arn:aws:iam::1:role/x" }, google: { ops: a@b } }'),
      ),
    ).toEqual([
      "9:35 clusters.api.administrators.aws.ops: must be the ARN of an IAM role or user such as 'arn:aws:iam::111122223333:role/platform'; found 'arn:aws:iam::1:role/x'",
      "9:77 clusters.api.administrators.google.ops: must be an IAM member such as 'group:platform@example.com'; found 'a@b'",
    ]);
  });

  it('wants evidence that can be looked up', () => {
    expect(
      problemsOf(
        withCluster(
          'security: { compliance: [{ regime: C5, evidence: [{ platform: eks, id: "", validUntil: 2026-02-30 }] }] }',
        ),
      ),
    ).toEqual([
      "9:76 clusters.api.security.compliance[0].evidence[0].id: must be 1 to 256 characters on one line; found ''",
      "9:92 clusters.api.security.compliance[0].evidence[0].validUntil: must be a day between 2000-01-01 and 2099-12-31, written YYYY-MM-DD; found '2026-02-30'",
    ]);
  });

  it('wants ids and paths of networks that exist', () => {
    expect(
      problemsOf(
        withCluster(
          'network:',
          '  adopt:',
          '    eks: { vpcId: vpc-1, vpcCidr: 10.0.0.0/16, privateSubnetIds: [subnet-0a1b2c3d, x] }',
          '    gke:',
          '      network: shared',
          '      subnetwork: projects/p/global/networks/n',
          '      nodeCidr: 10.0.0.0/20',
          '      podRangeName: Pods',
          '      podCidr: 10.4.0.0/14',
          '      serviceRangeName: services',
          '      serviceCidr: 10.8.0.0/20',
        ),
      ),
    ).toEqual([
      "11:23 clusters.api.network.adopt.eks.vpcId: must be the id of a VPC such as 'vpc-0a1b2c3d4e5f67890'; found 'vpc-1'",
      "11:88 clusters.api.network.adopt.eks.privateSubnetIds[1]: must be the id of a subnet such as 'subnet-0a1b2c3d4e5f67890'; found 'x'",
      "13:20 clusters.api.network.adopt.gke.network: must be a self link or a path such as 'projects/example-net/global/networks/shared'; found 'shared'",
      "14:23 clusters.api.network.adopt.gke.subnetwork: must be a self link or a path such as 'projects/example-net/regions/europe-west3/subnetworks/clusters'; found 'projects/p/global/networks/n'",
      "16:25 clusters.api.network.adopt.gke.podRangeName: must be a name of up to 63 lower-case letters, digits and hyphens that begins with a letter; found 'Pods'; did you mean 'pods'?",
    ]);
  });

  it('wants the ids of a Google Cloud project, the number in quotes', () => {
    expect(problemsOf(withRoot('accounts: { google: { project: X, projectNumber: 123456789012 } }'))).toEqual(
      [
        "9:32 accounts.google.project: must be the id of a Google Cloud project such as 'example-prod'; found 'X'",
        '9:50 accounts.google.projectNumber: must be a text; found 123456789012; put it in quotes: "123456789012"',
      ],
    );
  });

  it('wants tags of one line', () => {
    expect(problemsOf(withRoot('tags: { note: "x\\ny" }'))).toEqual([
      "9:15 tags.note: must be up to 256 characters on one line; found 'x\\ny'",
    ]);
  });
});

describe('places of Terraform state', () => {
  const backend = (text: string) => withRoot(`terraform: { backend: { ${text} } }`);

  it('takes every kind', () => {
    for (const text of [
      'type: local',
      'type: s3, bucket: acme-state, region: eu-central-1, prefix: "", kmsKeyId: alias/state',
      'type: gcs, bucket: acme-state, prefix: prod/eu',
      'type: http, address: "https://state.example.com/kubewhere"',
      'type: cloud, organization: acme, hostname: tfe.example.com, workspacePrefix: ""',
    ]) {
      expect(problemsOf(backend(text))).toEqual([]);
    }
  });

  it('ends a folder with a slash, so that no two folders share a name', () => {
    const parsed = parseRequest(backend('type: gcs, bucket: acme-state, prefix: prod/eu'));
    expect(parsed.ok && parsed.request.terraform.backend).toEqual({
      type: 'gcs',
      bucket: 'acme-state',
      prefix: 'prod/eu/',
    });
  });

  it('wants names that the provider accepts', () => {
    expect(problemsOf(backend('type: s3, bucket: B, region: Frankfurt, prefix: /a'))).toEqual([
      "9:43 terraform.backend.bucket: must be the name of a bucket: 3 to 63 lower-case letters, digits, dots, hyphens and underscores; found 'B'",
      "9:54 terraform.backend.region: must be an AWS region such as 'eu-central-1'; found 'Frankfurt'",
      "9:73 terraform.backend.prefix: must be a folder such as 'kubewhere/': letters, digits, dots, hyphens and underscores between slashes, none in front; found '/a'",
    ]);
    expect(problemsOf(backend('type: cloud, organization: a b, hostname: A_B, workspacePrefix: a/'))).toEqual(
      [
        "9:52 terraform.backend.organization: must be the name of an organization: letters, digits, hyphens and underscores; found 'a b'",
        "9:67 terraform.backend.hostname: must be a host name in lower case; found 'A_B'",
        "9:89 terraform.backend.workspacePrefix: must be up to 40 letters, digits, hyphens and underscores; found 'a/'",
      ],
    );
  });

  it('keeps credentials out of the file, and does not repeat them', () => {
    expect(problemsOf(backend('type: http, address: "https://user:hunter2@state.example.com"'))).toEqual([
      '9:46 terraform.backend.address: must not hold a user name or password, which would be written to the synthesized files; set TF_HTTP_USERNAME and TF_HTTP_PASSWORD instead',
    ]);
    expect(problemsOf(backend('type: http, address: "https://state.example.com/?token=hunter2"'))).toEqual([
      "9:46 terraform.backend.address: must not have a part after '?' or '#'",
    ]);
    expect(problemsOf(backend('type: http, address: "ftp://state.example.com"'))).toEqual([
      "9:46 terraform.backend.address: must begin with 'https://' or 'http://'",
    ]);
    expect(problemsOf(backend('type: http, address: state'))).toEqual([
      "9:46 terraform.backend.address: must be an address such as 'https://state.example.com/kubewhere'",
    ]);
  });
});
