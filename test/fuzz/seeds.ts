import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRequest, type Request } from '../../lib/decision/request';
import { edit, FULLEST, SHAPES, SHORTEST } from '../decision/request/texts';
import { EXAMPLES } from '../support/examples';

const example = (file: string): string => readFileSync(join(EXAMPLES, 'payments', file), 'utf8');

/** Two clusters apart from each other, one air gap, links, weights and shapes: what one file can hold and still be decided. */
const RICH = `apiVersion: kubewhere/v1
name: shop
planDate: 2026-12-01
clusters:
  api:
    kubernetesVersion: "1.35"
    capacity: &capacity
      headroomPercent: 10
      workloads:
        web: { replicas: 6, cpu: 0.5, memoryGib: 1, spread: zones }
        queue: { replicas: 3, cpu: 2, memoryGib: 16, spread: nodes }
        batch: { replicas: 8, cpu: 1, memoryGib: 2, spread: none, interruptible: true }
    availability: { zones: 2, surviveSiteLoss: true }
    budget: &budget { usdPerMonth: 6000, usdPerHour: 95, effortHours: { eks: 12 }, acceptSpotRisk: true }
    security: { apiAccess: { exposure: restricted, cidrs: [203.0.113.0/24] } }
    residency: { data: { jurisdictions: [EU, CH] }, backups: { jurisdictions: [EU] } }
    planning: { horizonMonths: 48, growthPercentPerYear: 20, commitment: 3-year }
    links:
      office: { cidrs: [10.64.0.0/12], maxLatencyMs: 40, latencyMs: { eu-central-1: 9, europe-west3: 8 } }
    weights: { money: 3, hours: 1, resilience: 1, carbon: 1, latency: 1 }
    overrides: { kubernetes-version: "The upgrade is planned" }
    places: { deny: [eu-west-2] }
    traffic: { internetEgressGib: 400, natGib: 30, logGib: 50 }
  standby:
    kubernetesVersion: "1.35"
    capacity: { cpu: 4, memoryGib: 16, pods: 40, interruptiblePercent: 20, gpus: { count: 2 } }
    budget: *budget
    platforms: { allow: [eks, gke, self-managed-ec2, aks] }
relations:
  - { primary: api, standby: standby, apart: [region, provider] }
budget: { usdPerMonth: 20000, hoursPerMonth: 200 }
accounts:
  commitments: { gcp: { unusedUsdPerMonth: 500, discountPercent: 5 } }
  quotas: { eu-central-1: { vcpu: 64 } }
`;

const AIR_GAP = `${SHORTEST}    security: { airGap: true, tenancy: confidential }
    network: { egress: none }
    residency: { controlPlane: { countries: [DE] }, telemetry: { countries: [DE] } }
`;

/** Names that every object has inherited, as names of one's own. */
const INHERITED = edit(
  edit(SHAPES, '  api:', '  constructor:'),
  '        web:',
  '        hasownproperty: { replicas: 1, cpu: 1, memoryGib: 1 }\n        constructor:',
).concat(`    links: { constructor: { cidrs: [10.64.0.0/12] } }
    administrators: { aws: { constructor: "arn:aws:iam::111122223333:role/a" } }
tags: { constructor: a, toString: b, valueOf: c }
`);

function checked(text: string): Request {
  const parsed = parseRequest(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.request;
}

/** Requests with all their defaults, which are requests too when they are written as JSON. */
export const CHECKED: readonly Request[] = [checked(FULLEST), checked(SHORTEST)];

/** Files that are right, for others to break. */
export const SEEDS: readonly string[] = [
  SHORTEST,
  SHAPES,
  FULLEST,
  RICH,
  AIR_GAP,
  INHERITED,
  example('request.yaml'),
  example('on-eks.yaml'),
  example('on-gke.yaml'),
  example('on-premises.yaml'),
  ...CHECKED.map((request) => JSON.stringify(request, undefined, 2)),
];
