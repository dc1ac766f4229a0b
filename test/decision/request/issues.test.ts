import { edit, problemsOf, SHORTEST, withCluster, withRoot } from './texts';

describe('what a request file says wrongly', () => {
  it('names all keys that are allowed beside an unknown one, and the nearest', () => {
    expect(problemsOf(withRoot('clustrs: {}'))).toEqual([
      "9:1 clustrs: unknown key 'clustrs'; allowed here are 'apiVersion', 'name', 'planDate', 'clusters', 'sites', 'relations', 'budget', 'overlays', 'accounts', 'terraform', 'tags'; did you mean 'clusters'?",
    ]);
    expect(problemsOf(withRoot('zzz: 1'))).toEqual([
      "9:1 zzz: unknown key 'zzz'; allowed here are 'apiVersion', 'name', 'planDate', 'clusters', 'sites', 'relations', 'budget', 'overlays', 'accounts', 'terraform', 'tags'",
    ]);
    expect(problemsOf(withCluster('security: { apiAccess: { exposure: private, cidrs: [] } }'))).toEqual([
      "9:49 clusters.api.security.apiAccess.cidrs: unknown key 'cidrs'; allowed here is 'exposure'",
    ]);
  });

  it('takes a misspelt required key for one mistake', () => {
    expect(problemsOf(edit(SHORTEST, 'memoryGib', 'memoryGiB'))).toEqual([
      "7:26 clusters.api.capacity.memoryGiB: unknown key 'memoryGiB'; allowed here are 'cpu', 'memoryGib', 'pods', 'workloads', 'headroomPercent', 'largestPod', 'interruptiblePercent', 'gpus', 'architectures', 'machineClasses'; did you mean 'memoryGib'?",
    ]);
  });

  it('locates a missing key at the key of the map it is missing in, and says what to add', () => {
    expect(problemsOf(edit(SHORTEST, 'name: payments\n', ''))).toEqual([
      "1:1 name: is missing (stem of all names, 1 to 20 lower-case letters, digits and hyphens); add it, for instance 'name: payments'",
    ]);
    expect(problemsOf(edit(SHORTEST, '    budget: { usdPerHour: 95 }\n', ''))).toEqual([
      "5:3 clusters.api.budget: is missing (two budgets, money and people's hours, and the rate between them); add it, for instance 'budget: { usdPerMonth: 4000, hoursPerMonth: 20, usdPerHour: 95 }'",
    ]);
    expect(problemsOf(edit(SHORTEST, '{ usdPerHour: 95 }', '{}'))).toEqual([
      "8:5 clusters.api.budget.usdPerHour: is missing (what an hour of the people who run the cluster costs, in USD); add it, for instance 'usdPerHour: 95'",
    ]);
    expect(problemsOf(edit(SHORTEST, 'pods: 200', 'pods: 200, largestPod: { cpu: 4 }'))).toEqual([
      "7:52 clusters.api.capacity.largestPod.memoryGib: is missing (memory of the largest single pod, in GiB); add it, for instance 'memoryGib: 16'",
    ]);
  });

  it('shows a version without quotes as it is written, not as the number that YAML makes of it', () => {
    expect(problemsOf(edit(SHORTEST, '"1.34"', '1.30'))).toEqual([
      '6:24 clusters.api.kubernetesVersion: must be a text; found 1.30, which YAML reads as 1.3; put it in quotes: "1.30"',
    ]);
    expect(problemsOf(edit(SHORTEST, '"1.34"', '1.34'))).toEqual([
      '6:24 clusters.api.kubernetesVersion: must be a text; found 1.34; put it in quotes: "1.34"',
    ]);
  });

  it('says how a value of the wrong type is written', () => {
    expect(problemsOf(edit(SHORTEST, 'cpu: 24', 'cpu: "24"'))).toEqual([
      "7:22 clusters.api.capacity.cpu: must be a number; found '24'; write 24 without quotes",
    ]);
    expect(problemsOf(withRoot('tags: { cost-center: 4711 }'))).toEqual([
      '9:22 tags.cost-center: must be a text; found 4711; put it in quotes: "4711"',
    ]);
    expect(problemsOf(withCluster('availability: { surviveZoneLoss: yes }'))).toEqual([
      "9:38 clusters.api.availability.surviveZoneLoss: must be true or false; found 'yes'; did you mean true?",
    ]);
    expect(problemsOf(withCluster('availability: { surviveZoneLoss: "true" }'))).toEqual([
      "9:38 clusters.api.availability.surviveZoneLoss: must be true or false; found 'true'; write true without quotes",
    ]);
    expect(problemsOf(edit(SHORTEST, '{ usdPerHour: 95 }', '95'))).toEqual([
      '8:13 clusters.api.budget: must be a map; found 95; write it like { usdPerMonth: 4000, hoursPerMonth: 20, usdPerHour: 95 }',
    ]);
    expect(problemsOf(withCluster('traffic: []'))).toEqual([
      '9:14 clusters.api.traffic: must be a map; found a list; write it like { internetEgressGib: 500, persistentStorageGib: 200, loadBalancers: 1 }',
    ]);
    expect(problemsOf(withCluster('residency: { data: { countries: DE } }'))).toEqual([
      "9:37 clusters.api.residency.data.countries: must be a list; found 'DE'; write it like [DE, FR]",
    ]);
    expect(problemsOf(withCluster('security: { apiAccess: private }'))).toEqual([
      "9:28 clusters.api.security.apiAccess: must be a map; found 'private'; write it like { exposure: private }",
    ]);
  });

  it('locates an empty value at its key', () => {
    expect(problemsOf(edit(SHORTEST, '{ cpu: 24, memoryGib: 96, pods: 200 }', ''))).toEqual([
      '7:5 clusters.api.capacity: must be a map; found nothing; give it a value or remove it',
    ]);
    expect(problemsOf(withCluster('security:', '  publicCloud:'))).toEqual([
      "10:7 clusters.api.security.publicCloud: must be one of 'allowed', 'forbidden'; found nothing; give it a value or remove it",
    ]);
  });

  it('keeps numbers finite, whole where they count, and within bounds', () => {
    expect(problemsOf(edit(SHORTEST, 'cpu: 24', 'cpu: .nan'))).toEqual([
      '7:22 clusters.api.capacity.cpu: must be a number; found .nan',
    ]);
    expect(problemsOf(edit(SHORTEST, 'cpu: 24', 'cpu: -.inf'))).toEqual([
      '7:22 clusters.api.capacity.cpu: must be a number; found -.inf',
    ]);
    expect(problemsOf(edit(SHORTEST, 'cpu: 24', 'cpu: 1e400'))).toEqual([
      '7:22 clusters.api.capacity.cpu: must be a number; found 1e400',
    ]);
    expect(problemsOf(edit(SHORTEST, 'cpu: 24', 'cpu: -0'))).toEqual([
      '7:22 clusters.api.capacity.cpu: must be at least 0.001; found -0',
    ]);
    expect(problemsOf(edit(SHORTEST, 'cpu: 24', 'cpu: 99999999999999999999'))).toEqual([
      '7:22 clusters.api.capacity.cpu: must be at most 1000000; found 99999999999999999999',
    ]);
    expect(problemsOf(edit(SHORTEST, 'pods: 200', 'pods: 1.5'))).toEqual([
      '7:47 clusters.api.capacity.pods: must be a whole number; found 1.5',
    ]);
    expect(problemsOf(edit(SHORTEST, 'pods: 200', 'pods: 0'))).toEqual([
      '7:47 clusters.api.capacity.pods: must be at least 1; found 0',
    ]);
    expect(
      problemsOf(edit(SHORTEST, 'usdPerHour: 95', 'usdPerHour: 95, usdPerMonth: -1, hoursPerMonth: 1000000')),
    ).toEqual([
      '8:44 clusters.api.budget.usdPerMonth: must be at least 0; found -1',
      '8:63 clusters.api.budget.hoursPerMonth: must be at most 100000; found 1000000',
    ]);
  });

  it('names the values of a closed set, and the nearest', () => {
    expect(problemsOf(edit(SHORTEST, 'kubewhere/v1', 'kubewhere/v2'))).toEqual([
      "1:13 apiVersion: must be 'kubewhere/v1'; found 'kubewhere/v2'; did you mean 'kubewhere/v1'?",
    ]);
    expect(problemsOf(withCluster('security: { publicCloud: forbiden }'))).toEqual([
      "9:30 clusters.api.security.publicCloud: must be one of 'allowed', 'forbidden'; found 'forbiden'; did you mean 'forbidden'?",
    ]);
    expect(problemsOf(withCluster('security: { apiAccess: { exposure: privat } }'))).toEqual([
      "9:40 clusters.api.security.apiAccess.exposure: must be one of 'private', 'restricted', 'public'; found 'privat'; did you mean 'private'?",
    ]);
    expect(problemsOf(edit(SHORTEST, 'pods: 200', 'pods: 200, architectures: [x86]'))).toEqual([
      "7:68 clusters.api.capacity.architectures[0]: must be one of 'amd64', 'arm64'; found 'x86'",
    ]);
  });

  it('counts the entries of a list that has too few', () => {
    expect(problemsOf(edit(SHORTEST, 'pods: 200', 'pods: 200, architectures: []'))).toEqual([
      '7:67 clusters.api.capacity.architectures: must have at least 1 entry; found an empty list',
    ]);
    expect(
      problemsOf(
        withCluster(
          'network: { adopt: { eks: { vpcId: vpc-0a1b2c3d, vpcCidr: 10.0.0.0/16, privateSubnetIds: [subnet-0a1b2c3d] } } }',
        ),
      ),
    ).toEqual([
      '9:93 clusters.api.network.adopt.eks.privateSubnetIds: must have at least 2 entries; found 1',
    ]);
  });

  it('speaks of the way in which a value was written where there are several', () => {
    expect(problemsOf(withCluster('security: { apiAccess: {} }'))).toEqual([
      "9:17 clusters.api.security.apiAccess.exposure: is missing (who can reach the Kubernetes API over the network); must be one of 'private', 'restricted', 'public'",
    ]);
    expect(problemsOf(withCluster('security: { apiAccess: { exposure: restricted } }'))).toEqual([
      '9:17 clusters.api.security.apiAccess.cidrs: is missing (ranges that may reach the Kubernetes API over the Internet); add it, for instance \'cidrs: ["203.0.113.0/24"]\'',
    ]);
    expect(
      problemsOf(withCluster('security: { compliance: [pci-dss, { regime: HIPPA }, 3, { evidence: [] }] }')),
    ).toEqual([
      "9:30 clusters.api.security.compliance[0]: must be one of 'PCI-DSS', 'HIPAA', 'SOC2', 'ISO27001', 'C5', 'ENS', 'IRAP', 'HDS', 'SecNumCloud', 'FedRAMP-Moderate', 'FedRAMP-High', 'GDPR', 'ITAR'; found 'pci-dss'; did you mean 'PCI-DSS'?",
      "9:49 clusters.api.security.compliance[1].regime: must be one of 'PCI-DSS', 'HIPAA', 'SOC2', 'ISO27001', 'C5', 'ENS', 'IRAP', 'HDS', 'SecNumCloud', 'FedRAMP-Moderate', 'FedRAMP-High', 'GDPR', 'ITAR'; found 'HIPPA'; did you mean 'HIPAA'?",
      "9:58 clusters.api.security.compliance[2]: must be one of 'PCI-DSS', 'HIPAA', 'SOC2', 'ISO27001', 'C5', 'ENS', 'IRAP', 'HDS', 'SecNumCloud', 'FedRAMP-Moderate', 'FedRAMP-High', 'GDPR', 'ITAR'; found 3",
      "9:61 clusters.api.security.compliance[3].regime: is missing (compliance regime that the cluster must be under); must be one of 'PCI-DSS', 'HIPAA', 'SOC2', 'ISO27001', 'C5', 'ENS', 'IRAP', 'HDS', 'SecNumCloud', 'FedRAMP-Moderate', 'FedRAMP-High', 'GDPR', 'ITAR'",
    ]);
    expect(problemsOf(withRoot('terraform: { backend: { type: s3, bucket: acme-state } }'))).toEqual([
      "9:14 terraform.backend.prefix: is missing (folder in the bucket; one state per stack is kept in it); add it, for instance 'prefix: kubewhere/'",
      "9:14 terraform.backend.region: is missing (region of the bucket); add it, for instance 'region: eu-central-1'",
    ]);
    expect(problemsOf(withRoot('terraform: { backend: { bucket: acme-state } }'))).toEqual([
      "9:14 terraform.backend.type: is missing (where Terraform keeps its state, one per stack); must be one of 'local', 's3', 'gcs', 'http', 'cloud'",
    ]);
    expect(problemsOf(withRoot('terraform: { backend: { type: s4 } }'))).toEqual([
      "9:31 terraform.backend.type: must be one of 'local', 's3', 'gcs', 'http', 'cloud'; found 's4'",
    ]);
    expect(
      problemsOf(withRoot('terraform: { backend: { type: gcs, bucket: acme-state, prefix: a, region: b } }')),
    ).toEqual([
      "9:67 terraform.backend.region: unknown key 'region'; allowed here are 'type', 'bucket', 'prefix'",
    ]);
  });

  it('reports everything at once, by place in the file', () => {
    expect(
      problemsOf(`apiVersion: kubewhere/v1
name: Payments
planDate: 2026-02-30
clusters:
  api:
    kubernetesVersion: 1.30
    capacity: { cpu: 24, memoryGiB: 96, pods: 200, pods: 100 }
    budget: { usdPerHour: 95 }
    platforms: { allow: [gkee] }
tag: {}
`),
    ).toEqual([
      "2:7 name: must be 1 to 20 lower-case letters, digits and hyphens that begin with a letter and do not end with a hyphen; found 'Payments'; did you mean 'payments'?",
      "3:11 planDate: must be a day between 2000-01-01 and 2099-12-31, written YYYY-MM-DD; found '2026-02-30'",
      '6:24 clusters.api.kubernetesVersion: must be a text; found 1.30, which YAML reads as 1.3; put it in quotes: "1.30"',
      "7:26 clusters.api.capacity.memoryGiB: unknown key 'memoryGiB'; allowed here are 'cpu', 'memoryGib', 'pods', 'workloads', 'headroomPercent', 'largestPod', 'interruptiblePercent', 'gpus', 'architectures', 'machineClasses'; did you mean 'memoryGib'?",
      "7:52 clusters.api.capacity.pods: duplicate key 'pods'; each key may occur once in a map",
      "9:26 clusters.api.platforms.allow[0]: must be one of 'eks', 'gke', 'on-prem', 'self-managed-ec2', 'aks'; found 'gkee'; did you mean 'gke'?",
      "10:1 tag: unknown key 'tag'; allowed here are 'apiVersion', 'name', 'planDate', 'clusters', 'sites', 'relations', 'budget', 'overlays', 'accounts', 'terraform', 'tags'; did you mean 'tags'?",
    ]);
  });
});
