import { formatProblem, type ParseOptions, parseRequest } from '../../../lib/decision/request';

/** The shortest request there can be, with a cluster of three keys. */
export const SHORTEST = `apiVersion: kubewhere/v1
name: payments
planDate: 2026-12-01
clusters:
  api:
    kubernetesVersion: "1.34"
    capacity: { cpu: 24, memoryGib: 96, pods: 200 }
    budget: { usdPerHour: 95 }
`;

const HOST_KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI';

/** A host key of the right length that ends in the text given. */
export function hostKey(end: string): string {
  return HOST_KEY + end.padStart(43, 'k');
}

/** A request that gives pod shapes instead of totals. */
export const SHAPES = edit(
  SHORTEST,
  '{ cpu: 24, memoryGib: 96, pods: 200 }',
  `
      workloads:
        web: { replicas: 6, cpu: 0.1, memoryGib: 0.5 }
        queue: { replicas: 3, cpu: 2, memoryGib: 16, spread: nodes }
        render: { replicas: 4, cpu: 4, memoryGib: 8, gpus: 1, spread: none, interruptible: true }`,
);

/** A request that sets every key there is, save those that exclude each other. */
export const FULLEST = `# every key
apiVersion: kubewhere/v1
name: payments
planDate: 2026-12-01
clusters:
  api:
    kubernetesVersion: "v1.34"
    capacity: &capacity
      cpu: 24
      memoryGib: 96.5
      pods: 200
      headroomPercent: 20
      largestPod: { cpu: 4, memoryGib: 16 }
      interruptiblePercent: 12.5
      gpus: { count: 4, model: L4 }
      architectures: [arm64]
      machineClasses: [general, burstable, gpu]
    availability:
      controlPlane: single
      zones: 2
      surviveZoneLoss: false
      surviveSiteLoss: true
    budget: &budget
      usdPerMonth: 4000
      hoursPerMonth: 20
      usdPerHour: 95
      effortHours: { eks: 12, on-prem: 40.5 }
      acceptSpotRisk: true
      maximumPriceAgeDays: 365
    security:
      publicCloud: allowed
      apiAccess: { exposure: restricted, cidrs: [203.0.113.0/24, 198.51.100.7/32] }
      customerManagedKeys: false
      airGap: false
      tenancy: dedicated
      compliance:
        - ISO27001
        - regime: PCI-DSS
          evidence:
            - { platform: on-prem, site: frankfurt, id: AoC-2026-117, validUntil: 2027-06-30 }
            - { platform: eks, id: AoC-2026-118, validUntil: 2027-06-30 }
    residency:
      data: { countries: [DE, NO], jurisdictions: [EU] }
      controlPlane: { countries: [DE] }
      backups: { jurisdictions: [EU, CH] }
      telemetry: { jurisdictions: [EU] }
      operatorLaw: { jurisdictions: [EU, UK] }
    planning:
      horizonMonths: 48
      growthPercentPerYear: 20
      commitment: 1-year
      moving: { hours: 60, doubleRunningDays: 14 }
    links:
      head-office:
        cidrs: [10.64.0.0/12, 192.168.0.0/16]
        maxLatencyMs: 20
        latencyMs: { eu-central-1: 9, frankfurt: 1.5 }
        reaches: [eu-central-1, frankfurt]
    weights: { money: 3, hours: 2, resilience: 1.5, carbon: 1, latency: 0 }
    overrides: { kubernetes-version: The upgrade is planned for June }
    platforms: { allow: [eks, on-prem], deny: [gke] }
    places: { allow: [eu-central-1, frankfurt], deny: [eu-west-2] }
    network:
      egress: single
      nodeCidr: 10.0.0.0/16
      podCidr: 10.4.0.0/14
      serviceCidr: 10.8.0.0/20
      adopt:
        eks:
          vpcId: vpc-0a1b2c3d4e5f67890
          vpcCidr: 10.0.0.0/16
          privateSubnetIds: [subnet-0a1b2c3d4e5f67890, subnet-0f9e8d7c6b5a43210]
        gke:
          network: projects/example-net/global/networks/shared
          subnetwork: projects/example-net/regions/europe-west3/subnetworks/clusters
          nodeCidr: 10.0.0.0/20
          podRangeName: pods
          podCidr: 10.4.0.0/14
          serviceRangeName: services
          serviceCidr: 10.8.0.0/20
    traffic:
      internetEgressGib: 400
      natGib: 300
      crossZoneGib: 1500
      persistentStorageGib: 600
      loadBalancers: 1
      logGib: 120
    administrators:
      aws: { platform: "arn:aws:iam::111122223333:role/platform-admin" }
      google: { platform: "group:platform@example.com" }
    deletionProtection: false
  batch:
    kubernetesVersion: "1.33"
    capacity: { <<: *capacity, pods: 50 }
    budget: *budget
sites:
  frankfurt:
    country: DE
    city: Frankfurt am Main
    operator: { legalEntity: Example Hosting GmbH, jurisdiction: DE, ultimateParent: US }
    machines:
      cp-1: { role: control-plane, address: 10.20.0.11, hostKey: ${hostKey('C1')}, cpu: 8, memoryGib: 32, architecture: arm64, rack: r1 }
      w-1: { role: worker, address: 10.20.0.21, hostKey: ${hostKey('W1')} root@w-1, cpu: 16, memoryGib: 64, rack: r1 }
    endpoint: { type: virtual-address, address: 10.20.0.100, routerId: 51 }
    ssh: { user: ubuntu, privateKeyPath: ~/.ssh/id_ed25519 }
    carbonGramsPerKwh: 35
    cost:
      purchaseUsd: 60000
      sunk: false
      lifeMonths: 48
      residualUsd: 6000
      interestPercent: 4.5
      watts: 2100
      usdPerKwh: 0.21
      pue: 1.4
      rackUsdPerMonth: 950
      supportUsdPerMonth: 310
      uplinkUsdPerMonth: 280
      sparesUsdPerMonth: 75
  nuremberg:
    country: DE
    machines:
      cp-1: { role: control-plane, address: 10.20.0.11, hostKey: ${hostKey('C2')}, cpu: 8, memoryGib: 32, rack: r1 }
      w-1: { role: worker, address: 10.20.0.21, hostKey: ${hostKey('W2')}, cpu: 16, memoryGib: 64, rack: r1 }
    endpoint: { type: external, host: k8s.example.com }
    ssh: { user: ubuntu }
    cost: { sunk: true, watts: 900, usdPerKwh: 0.3 }
relations:
  - { primary: api, standby: batch, apart: [region, provider] }
budget: { usdPerMonth: 9000, hoursPerMonth: 60 }
overlays: [prices/negotiated.yaml, ../facts.yaml]
accounts:
  google: { project: acme-payments, projectNumber: "123456789012", gkeCreditUsd: 74.4 }
  commitments:
    aws: { unusedUsdPerMonth: 2000, discountPercent: 12 }
  quotas:
    eu-central-1: { vcpu: 256, gpus: 8 }
terraform:
  backend: { type: s3, bucket: acme-state, region: eu-central-1, prefix: prod, kmsKeyId: alias/state }
tags: { cost-center: "4711", owner: platform@example.com }
`;

/** A text with one part replaced; throws when the part is not there, so that no test passes by accident. */
export function edit(text: string, part: string, replacement: string): string {
  if (!text.includes(part)) throw new Error(`the text does not contain ${part}`);
  return text.replace(part, () => replacement);
}

/** {@link SHORTEST} with lines added to its cluster, from line 9 on, indented by four. */
export function withCluster(...lines: readonly string[]): string {
  return `${SHORTEST}${lines.map((line) => `    ${line}\n`).join('')}`;
}

/** {@link SHORTEST} with lines added at its end, from line 9 on. */
export function withRoot(...lines: readonly string[]): string {
  return `${SHORTEST}${lines.map((line) => `${line}\n`).join('')}`;
}

/** The problems of a text as lines `line:column path: message`. */
export function problemsOf(text: string, options?: ParseOptions): readonly string[] {
  const parsed = parseRequest(text, options);
  return parsed.ok ? [] : parsed.problems.map((problem) => formatProblem('', problem).slice(1));
}
