import { buildRecord, renderMarkdown, renderTable } from '../../lib/report';
import {
  API,
  CATALOG,
  CHOSEN,
  candidate,
  DECIDED,
  decisionOf,
  INFEASIBLE,
  REFUSED,
  REQUEST,
  region,
  SECOND,
} from './payments';

const record = buildRecord(decisionOf({ api: DECIDED }), REQUEST, CATALOG);

test('shows the best of each platform and place, the winner marked, and sums up the refused', () => {
  expect(renderTable(record, { width: 100 })).toBe(`\
payments-api
  eks/eu-central-1/3-zones, Europe (Frankfurt), DE: $1,881.50 and 12.0 hours of people a month
  (together $2,961.50 at $90.00 an hour), the least of the 2 candidates that pass every rule, of 4
  examined.
  Asked: Kubernetes 1.34, 24 vCPU, 96 GiB memory, 200 pods, 20 % headroom, on amd64 or arm64,
  machines of class general, highly available control plane, 3 zones, one may be lost, private API,
  customer-managed keys, PCI-DSS, data in EU, not in eu-south-1, at most $2,000.00 a month, at most
  40 hours of people a month.

  Platform  Place         Topology    $/month  Hours  Verdict  Why not
────────────────────────────────────────────────────────────────────────────────────────────
> eks       eu-central-1  3-zones   $1,881.50   12.0  chosen
  gke       europe-west3  regional  $2,300.00    9.0  passes   $148.50 a month dearer: money
                                                               +$418.50, hours -3.0

  2 candidates of 4 do not pass. By rule (one candidate may fail several):
  Rule                Refused  Unknown  Only this  Asked
  ───────────────────────────────────────────────────────────
  compliance/PCI-DSS        0        1          1  PCI-DSS
  data-residency            1        0          1  data in EU
`);
});

test('puts the reason below its row where the terminal is narrow', () => {
  expect(renderTable(record, { width: 80, all: true })).toBe(`\
payments-api
  eks/eu-central-1/3-zones, Europe (Frankfurt), DE: $1,881.50 and 12.0 hours of
  people a month (together $2,961.50 at $90.00 an hour), the least of the 2
  candidates that pass every rule, of 4 examined.
  Asked: Kubernetes 1.34, 24 vCPU, 96 GiB memory, 200 pods, 20 % headroom, on
  amd64 or arm64, machines of class general, highly available control plane, 3
  zones, one may be lost, private API, customer-managed keys, PCI-DSS, data in
  EU, not in eu-south-1, at most $2,000.00 a month, at most 40 hours of people a
  month.

  Platform  Place          Topology    $/month  Hours  Verdict
──────────────────────────────────────────────────────────────
> eks       eu-central-1   3-zones   $1,881.50   12.0  chosen
  gke       europe-west3   regional  $2,300.00    9.0  passes
    $148.50 a month dearer: money +$418.50, hours -3.0
  eks       us-east-1      3-zones   $1,500.00   12.0  refused
    data-residency: United States, in US
  gke       europe-west10  regional    unknown    9.0  unknown
    compliance/PCI-DSS: no text names the service
`);
});

test('says what it would take when nothing passes', () => {
  const infeasible = buildRecord(decisionOf({ api: INFEASIBLE }), REQUEST, CATALOG);
  expect(renderTable(infeasible, { width: 100 })).toBe(`\
payments-api
  Nothing passes: none of 2 candidates satisfies every rule.
  Asked: Kubernetes 1.34, 24 vCPU, 96 GiB memory, 200 pods, 20 % headroom, on amd64 or arm64,
  machines of class general, highly available control plane, 3 zones, one may be lost, private API,
  customer-managed keys, PCI-DSS, data in EU, not in eu-south-1, at most $2,000.00 a month, at most
  40 hours of people a month.

  Platform  Place          Topology    $/month  Hours  Verdict  What it would take
─────────────────────────────────────────────────────────────────────────────────────────────────
  eks       us-east-1      3-zones   $1,500.00   12.0  refused  data-residency: allow US in
                                                                residency.data
  gke       europe-west10  regional    unknown    9.0  unknown  compliance/PCI-DSS: give evidence
                                                                with its number and last day

  2 candidates of 2 do not pass. By rule (one candidate may fail several):
  Rule                Refused  Unknown  Only this  Asked
  ───────────────────────────────────────────────────────────
  compliance/PCI-DSS        0        1          1  PCI-DSS
  data-residency            1        0          1  data in EU
`);
});

test('adds totals below several clusters', () => {
  const several = buildRecord(
    decisionOf({
      api: DECIDED,
      batch: { ...INFEASIBLE, clusterKey: 'batch', clusterName: 'payments-batch' },
    }),
    { ...REQUEST, clusters: { api: API, batch: API } },
    CATALOG,
  );
  const text = renderTable(several, { width: 100 });
  expect(text.slice(text.indexOf('All clusters'))).toBe(`\
All clusters    Runs on                     $/month  Hours
──────────────────────────────────────────────────────────
payments-api    eks/eu-central-1/3-zones  $1,881.50   12.0
payments-batch  nothing passes                    -      -
Total                                     $1,881.50   12.0
`);
});

const MANY = Array.from({ length: 20 }, (_, index) => ({
  ...SECOND,
  candidate: candidate('gke', region(`europe-west${index + 20}`, 'Somewhere', 'DE', 'gcp'), 'regional'),
  rank: index + 2,
}));
const twice = {
  ...SECOND,
  candidate: { ...SECOND.candidate, id: 'gke/europe-west3/zonal', topology: 'zonal' },
};

test('shows twelve rows and says how many more there are', () => {
  const decided = { ...DECIDED, assessments: [CHOSEN, SECOND, twice, ...MANY] };
  const text = renderTable(buildRecord(decisionOf({ api: decided }), REQUEST, CATALOG), { width: 100 });
  expect(text.split('\n').filter((line) => /^[> ] (eks|gke)\b.* {2}(chosen|passes)/.test(line))).toHaveLength(
    12,
  );
  expect(text).toContain('\n  … 11 more that pass; --all shows them\n');
  expect(text).not.toContain('zonal');
});

test('shows every candidate with all', () => {
  const decided = { ...DECIDED, assessments: [CHOSEN, SECOND, twice, ...MANY] };
  const text = renderTable(buildRecord(decisionOf({ api: decided }), REQUEST, CATALOG), {
    width: 100,
    all: true,
  });
  expect(text.split('\n').filter((line) => /^[> ] (eks|gke)\b.* {2}(chosen|passes)/.test(line))).toHaveLength(
    23,
  );
  expect(text).toContain('zonal');
  expect(text).not.toContain('--all');
});

test('shows the chosen candidate however far down it ranks', () => {
  const last = MANY[19];
  const decided = {
    ...DECIDED,
    chosen: last?.candidate.id,
    choice: { by: 'override', requested: 'gke' },
    assessments: [CHOSEN, ...MANY],
  } as const;
  const text = renderTable(buildRecord(decisionOf({ api: decided }), REQUEST, CATALOG), { width: 100 });
  expect(text).toMatch(/^> gke {7}europe-west39 .* chosen/m);
  expect(text).toContain("  Override: platform 'gke' was asked for; the ranking alone would choose");
});

test.each([80, 81, 97, 100, 120, 150, 200])('keeps every line within %d columns', (width) => {
  const place = region('a-site-with-a-name-of-forty-characters-xx', 'The basement', 'DE', 'aws');
  const long = { ...SECOND, candidate: candidate('on-prem', place, 'kubeadm') };
  const decided = { ...DECIDED, assessments: [CHOSEN, long, ...MANY, ...INFEASIBLE.assessments] };
  const wide = buildRecord(decisionOf({ api: decided }), REQUEST, CATALOG);
  for (const all of [false, true]) {
    for (const line of renderTable(wide, { width, all }).split('\n'))
      expect(line.length).toBeLessThanOrEqual(width);
  }
});

test('styles words without moving them', () => {
  const mark = (text: string) => `\u001b[1m${text}\u001b[22m`;
  const style = { strong: mark, faint: mark, good: mark, bad: mark, warn: mark };
  for (const width of [80, 100]) {
    const styled = renderTable(record, { width, style });
    expect(styled).toContain('\u001b[1m> eks\u001b[22m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is taken out
    const plain = styled.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '');
    expect(plain).toBe(renderTable(record, { width }));
  }
});

test('shows the nearest of each platform when nothing passes, however many of another are nearer', () => {
  const refused = MANY.map((option) => ({ ...REFUSED, candidate: option.candidate }));
  const site = {
    ...REFUSED,
    candidate: candidate('on-prem', region('home', 'Home', 'DE', 'aws'), 'kubeadm'),
  };
  const infeasible = { ...INFEASIBLE, assessments: [...refused, site] };
  const nothing = buildRecord(decisionOf({ api: infeasible }), REQUEST, CATALOG);
  const table = renderTable(nothing, { width: 100 });
  expect(table.match(/^ {2}gke /gm)).toHaveLength(5);
  expect(table).toMatch(/^ {2}on-prem +home .* refused +data-residency: allow US/m);
  expect(table).toContain('\n  … 15 more; --all shows them\n');
  expect(renderMarkdown(nothing)).toContain('| `on-prem/home/kubeadm` | Home, DE |');
});
