import { buildRecord, renderJson } from '../../lib/report';
import { API, CATALOG, CHOSEN, DECIDED, decisionOf, INFEASIBLE, REFUSED, REQUEST, UNKNOWN } from './payments';

const batch = { ...DECIDED, clusterKey: 'batch', clusterName: 'payments-batch' };
const request = { ...REQUEST, clusters: { api: API, batch: API } };

test('adds up the clusters that have a place', () => {
  const { totals } = buildRecord(decisionOf({ api: DECIDED, batch }), request, CATALOG);
  expect(totals).toEqual({
    decided: 2,
    infeasible: 0,
    monthlyMicroUsd: 3_763_004_000,
    hoursPerMonth: 24,
    objectiveMicroUsd: 5_923_004_000,
  });
});

test('claims no total when the price of one chosen candidate is not known', () => {
  const unpriced = { ...batch, chosen: UNKNOWN.candidate.id };
  const { totals } = buildRecord(decisionOf({ api: DECIDED, batch: unpriced }), request, CATALOG);
  expect(totals.monthlyMicroUsd).toBeUndefined();
  expect(totals.hoursPerMonth).toBe(21);
});

test('counts a cluster without a place apart from the totals', () => {
  const { totals } = buildRecord(decisionOf({ api: INFEASIBLE, batch }), request, CATALOG);
  expect([totals.decided, totals.infeasible, totals.monthlyMicroUsd]).toEqual([1, 1, 1_881_502_000]);
});

test('says of every rule how many it refuses, and how many it alone refuses', () => {
  const both = { ...REFUSED, findings: [...REFUSED.findings, ...UNKNOWN.findings.slice(1)] };
  const decided = { ...DECIDED, assessments: [CHOSEN, REFUSED, both, UNKNOWN] };
  const [cluster] = buildRecord(decisionOf({ api: decided }), REQUEST, CATALOG).clusters;
  expect(cluster?.refusals).toEqual([
    { rule: 'compliance/PCI-DSS', required: 'PCI-DSS', refuted: 0, unknown: 2, alone: 1 },
    { rule: 'data-residency', required: 'data in EU', refuted: 2, unknown: 0, alone: 1 },
  ]);
});

test('names each unknown fact once, of the candidates that no rule refutes', () => {
  const refuted = { ...UNKNOWN, findings: [...UNKNOWN.findings, ...REFUSED.findings] };
  const decided = { ...DECIDED, assessments: [CHOSEN, UNKNOWN, UNKNOWN, refuted] };
  const [cluster] = buildRecord(decisionOf({ api: decided }), REQUEST, CATALOG).clusters;
  expect(cluster?.unknowns).toEqual([
    {
      subject: 'compliance/PCI-DSS',
      text: 'no text names the service',
      candidates: 2,
      example: 'gke/europe-west10/regional',
    },
    {
      subject: 'price',
      text: 'machine prices in gcp/europe-west10',
      candidates: 2,
      example: 'gke/europe-west10/regional',
    },
  ]);
});

test('names a price that is missing itself, and not the rule that asks for it, nor again each rule that needs it', () => {
  const rule = (constraint: string) =>
    ({ constraint, verdict: 'unknown', required: 'r', observed: 'o', fix: '', sources: [] }) as const;
  const follows = (constraint: string, cause: string) => ({ ...rule(constraint), follows: cause });
  const dark = {
    ...UNKNOWN,
    findings: [rule('prices-known'), follows('money-budget', 'prices-known'), rule('zones')],
  };
  const unsized = {
    ...dark,
    sizing: { kind: 'unknown', reason: 'no machine price' },
    findings: [rule('capacity'), follows('prices-known', 'capacity')],
  } as const;
  const decided = { ...DECIDED, assessments: [CHOSEN, dark, unsized] };
  const [cluster] = buildRecord(decisionOf({ api: decided }), REQUEST, CATALOG).clusters;
  expect(cluster?.unknowns.map(({ subject, text }) => `${subject}: ${text}`)).toEqual([
    'price: machine prices in gcp/europe-west10',
    'size: no machine price',
    'zones: o',
  ]);
});

test('asks for what is not the default in words, and says when a platform has no place to run in', () => {
  const capacity = {
    ...API.capacity,
    architectures: ['arm64'],
    largestPod: { cpu: 2, memoryGib: 8 },
  } as const;
  const usual = {
    ...API.capacity,
    architectures: ['amd64'],
    machineClasses: ['memory', 'general', 'compute'],
  } as const;
  const asked = (cluster: typeof API): readonly string[] =>
    buildRecord(
      decisionOf({ api: DECIDED }),
      { ...REQUEST, clusters: { api: cluster } },
      CATALOG,
    ).clusters[0]?.asked.slice(4, 8) ?? [];
  expect(asked({ ...API, capacity })).toEqual([
    '20 % headroom',
    'largest pod 2 vCPU and 8 GiB',
    'on arm64',
    'machines of class general',
  ]);
  expect(asked({ ...API, capacity: usual }).slice(0, 2)).toEqual([
    '20 % headroom',
    'highly available control plane',
  ]);
  const choice = { by: 'override', requested: 'on-prem' } as const;
  const [cluster] = buildRecord(decisionOf({ api: { ...INFEASIBLE, choice } }), REQUEST, CATALOG).clusters;
  expect(cluster?.notice?.text).toBe(
    "platform 'on-prem' was asked for, and the request names no place where it could run",
  );
});

test('lists figures without a neutral source as assumptions, once for all clusters they concern', () => {
  const { assumptions } = buildRecord(decisionOf({ api: DECIDED, batch }), request, CATALOG);
  expect(assumptions).toEqual([
    { kind: 'assumption', text: 'hours for Routine', clusters: ['api', 'batch'] },
    { kind: 'assumption', text: 'hours for Upgrades', clusters: ['api', 'batch'] },
    { kind: 'estimate', text: 'NAT gateways (aws-list)', clusters: ['api', 'batch'] },
  ]);
});

test('resolves the sources the choice rests on and keeps the id of one that the catalogue does not list', () => {
  const finding = { ...CHOSEN.findings[0], sources: ['somewhere'] } as (typeof CHOSEN.findings)[number];
  const decided = { ...DECIDED, assessments: [{ ...CHOSEN, findings: [finding] }] };
  expect(buildRecord(decisionOf({ api: decided }), REQUEST, CATALOG).sources).toEqual([
    {
      id: 'aws-list',
      title: 'AWS price list | EC2',
      reference: 'https://aws.example/prices',
      asOf: '2026-07-20',
    },
    { id: 'somewhere', title: undefined, reference: undefined, asOf: undefined },
  ]);
});

test('says what an override gives up', () => {
  const override = {
    ...DECIDED,
    chosen: 'gke/europe-west3/regional',
    choice: { by: 'override', requested: 'gke' },
  } as const;
  const [cluster] = buildRecord(decisionOf({ api: override }), REQUEST, CATALOG).clusters;
  expect(cluster?.notice).toEqual({
    kind: 'override',
    text: "platform 'gke' was asked for; the ranking alone would choose eks/eu-central-1/3-zones, which saves $148.50 a month in money and hours",
    broken: [],
  });
  expect(cluster?.headline).toBe(
    "gke/europe-west3/regional, Frankfurt, DE: $2,300.00 and 9.0 hours of people a month (together $3,110.00 at $90.00 an hour), because platform 'gke' was asked for.",
  );
});

test('names the rules that an override breaks, and what they would save', () => {
  const override = {
    ...DECIDED,
    chosen: 'eks/us-east-1/3-zones',
    choice: { by: 'override', requested: 'eks' },
  } as const;
  const [cluster] = buildRecord(decisionOf({ api: override }), REQUEST, CATALOG).clusters;
  expect(cluster?.notice?.text).toBe(
    "platform 'eks' was asked for; the ranking alone would choose eks/eu-central-1/3-zones, because what is chosen does not pass every rule; it costs $381.50 a month more in money and hours",
  );
  expect(cluster?.notice?.broken).toEqual([
    {
      rule: 'data-residency',
      verdict: 'refuted',
      required: 'data in EU',
      observed: 'United States, in US',
      fix: 'allow US in residency.data',
    },
  ]);
});

test('repeats the note of a lock, and says so when the lock blocks', () => {
  const choice = { by: 'lock', note: 'kept; moving saves $12.00 a month.' } as const;
  const record = buildRecord(
    decisionOf({ api: { ...DECIDED, choice }, batch: { ...INFEASIBLE, clusterKey: 'batch', choice } }),
    request,
    CATALOG,
  );
  expect(record.clusters.map((cluster) => cluster.notice)).toEqual([
    { kind: 'lock', text: 'kept; moving saves $12.00 a month', broken: [] },
    { kind: 'blocked', text: 'kept; moving saves $12.00 a month', broken: [] },
  ]);
});

test('says when only one candidate passes, and when none does', () => {
  const only = { ...DECIDED, assessments: [CHOSEN, REFUSED] };
  const record = buildRecord(
    decisionOf({ api: only, batch: { ...INFEASIBLE, clusterKey: 'batch' } }),
    request,
    CATALOG,
  );
  expect(record.clusters.map((cluster) => cluster.headline)).toEqual([
    'eks/eu-central-1/3-zones, Europe (Frankfurt), DE: $1,881.50 and 12.0 hours of people a month (together $2,961.50 at $90.00 an hour), the only one of 2 candidates that passes every rule.',
    'Nothing passes: none of 2 candidates satisfies every rule.',
  ]);
});

test('is the same whatever the order of the clusters', () => {
  const one = buildRecord(decisionOf({ api: DECIDED, batch }), request, CATALOG);
  const other = buildRecord(decisionOf({ batch, api: DECIDED }), request, CATALOG);
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
});

test('joins what a rule asks of different platforms', () => {
  const asks = (required: string) => ({
    ...REFUSED,
    findings: REFUSED.findings.map((finding) => ({ ...finding, required })),
  });
  const decided = {
    ...DECIDED,
    assessments: [CHOSEN, asks('C5 for gke'), asks('C5 for eks'), asks('C5 for gke')],
  };
  const [cluster] = buildRecord(decisionOf({ api: decided }), REQUEST, CATALOG).clusters;
  expect(cluster?.refusals.map((refusal) => refusal.required)).toEqual(['C5 for eks, or C5 for gke']);
});

test('puts on one line of JSON what fits there', () => {
  const text = renderJson(decisionOf({}));
  expect(text).toBe(`\
{
  "schema": "kubewhere/decision/v1",
  "request": { "name": "payments", "hash": "sha256:0e9e57", "planDate": "2026-12-01" },
  "catalog": { "asOf": "2026-11-20", "hash": "sha256:ca7a109" },
  "clusters": {}
}
`);
});

test('puts a finding with its sources on one line of JSON, and what holds it on lines of its own', () => {
  const lines = renderJson(decisionOf({ api: { ...DECIDED, assessments: [CHOSEN] } })).split('\n');
  const first = lines.indexOf('          "findings": [');
  expect(lines.slice(first, first + 3)).toEqual([
    '          "findings": [',
    '            { "constraint": "data-residency", "verdict": "proven", "required": "data in EU", "observed": "Germany, in EU", "fix": "", "sources": [ "aws-list" ] }',
    '          ],',
  ]);
});

test('writes the whole decision as JSON, without a figure that is not known', () => {
  const decision = decisionOf({ api: { ...DECIDED, assessments: [UNKNOWN] } });
  const text = renderJson(decision);
  expect(text.endsWith('}\n')).toBe(true);
  expect(text).not.toContain('objectiveMicroUsd');
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(decision)));
});
