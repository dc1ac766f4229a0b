import { buildRecord, renderMarkdown } from '../../lib/report';
import { API, CATALOG, CHOSEN, DECIDED, decisionOf, INFEASIBLE, REFUSED, REQUEST } from './payments';

test('is one page: the choice, the bill, the hours, the alternatives, the assumptions and the sources', () => {
  expect(renderMarkdown(buildRecord(decisionOf({ api: DECIDED }), REQUEST, CATALOG))).toBe(`\
# Where payments runs

## payments-api

**Chosen:** eks/eu-central-1/3-zones, Europe (Frankfurt), DE: $1,881.50 and 12.0 hours of people a month (together $2,961.50 at $90.00 an hour), the least of the 2 candidates that pass every rule, of 4 examined.

Asked: Kubernetes 1.34; 24 vCPU; 96 GiB memory; 200 pods; 20 % headroom; on amd64 or arm64; machines of class general; highly available control plane; 3 zones, one may be lost; private API; customer-managed keys; PCI-DSS; data in EU; not in eu-south-1; at most $2,000.00 a month; at most 40 hours of people a month.

### What it costs

| Line | Quantity | Unit | Unit price | USD a month | Kind | Source, as of |
| --- | ---: | --- | ---: | ---: | --- | --- |
| Control plane | 730 | hour | $0.10 | $73.00 | list | \`aws-list\`, 2026-07-20 |
| Nodes main, m7g.2xlarge | 4,380 | hour | $0.3904 | $1,709.95 | list | \`aws-list\`, 2026-07-20 |
| NAT gateways | 2,190 | hour | $0.045 | $98.55 | estimate | \`aws-list\`, 2026-07-20 |
| **Total** |  |  |  | **$1,881.50** |  |  |

Budget $2,000.00 a month; $118.50 left.

### What people do

| Work | Hours a month | Kind | Why |
| --- | ---: | --- | --- |
| Upgrades | 4.0 | assumption | three a year, 16 hours each |
| Routine | 8.0 | assumption | patches and alerts |
| **Total** | **12.0** |  |  |

Budget 40.0 hours a month; 28.0 hours left.

### What it runs on

Operated by Amazon Web Services EMEA SARL (law of LU, owned from US). Highly available control plane, nodes over 3 zones.

| Pool | Machine | Architecture | Nodes | Per zone |
| --- | --- | --- | ---: | ---: |
| main | \`m7g.2xlarge\` | arm64 | 6 | 2 |

Holds 47.46 vCPU, 170 GiB, 660 pods; with its largest zone lost 31.64 vCPU, 113.3 GiB, 440 pods.

### What else passes

| Candidate | Place | USD a month | Hours | Why not |
| --- | --- | ---: | ---: | --- |
| \`gke/europe-west3/regional\` | Frankfurt, DE | $2,300.00 | 9.0 | $148.50 a month dearer: money +$418.50, hours -3.0 |

### Cheaper, but not allowed

| Candidate | Place | USD a month | Hours | Would save | What it would take |
| --- | --- | ---: | ---: | ---: | --- |
| \`eks/us-east-1/3-zones\` | US East (N. Virginia), US | $1,500.00 | 12.0 | $381.50 | \`data-residency\`: allow US in residency.data |

### What refuses 2 of 4

| Rule | Asked | Refuted | Unknown | Only this rule |
| --- | --- | ---: | ---: | ---: |
| \`compliance/PCI-DSS\` | PCI-DSS | 0 | 1 | 1 |
| \`data-residency\` | data in EU | 1 | 0 | 1 |

<details>
<summary>Rules the choice passes: 1 of 1</summary>

| Rule | Verdict | Asked | Found | Sources |
| --- | --- | --- | --- | --- |
| \`data-residency\` | proven | data in EU | Germany, in EU | \`aws-list\` |

</details>

### What is not known

A rule passes only when it is proven, so these facts keep candidates out that might pass.

- \`compliance/PCI-DSS\` no text names the service: 1 of 4 candidates, for instance \`gke/europe-west10/regional\`
- \`price\` machine prices in gcp/europe-west10: 1 of 4 candidates, for instance \`gke/europe-west10/regional\`

## Assumptions

Figures and facts without a price list or a neutral source behind them. Give your own in the request where it takes them.

- assumption: hours for Routine
- assumption: hours for Upgrades
- estimate: NAT gateways (aws-list)

## Sources

| Source | What was read | As of |
| --- | --- | --- |
| \`aws-list\` | AWS price list \\| EC2<br><https://aws.example/prices> | 2026-07-20 |

---

Decided for 2026-12-01 on facts of 2026-11-20. Request \`sha256:0e9e57\`, catalogue \`sha256:ca7a109\`.
`);
});

test('says what the price leaves out and what is taken as given, and which of several clusters that concerns', () => {
  const caveats = { notPriced: ['logs, by the GB'], assumed: ['three zones | in mars-1'] };
  const batch = { ...DECIDED, clusterKey: 'batch', clusterName: 'payments-batch' };
  const page = (decision: Parameters<typeof decisionOf>[0]): string =>
    renderMarkdown(
      buildRecord(decisionOf(decision), { ...REQUEST, clusters: { api: API, batch: API } }, CATALOG),
    );
  expect(page({ api: { ...DECIDED, caveats }, batch: { ...batch, caveats } })).toContain(`\
## Not in the price

It will be billed or paid, and no line above holds it.

- logs, by the GB

## Assumptions
`);
  const one = page({ api: { ...DECIDED, caveats }, batch });
  expect(one).toContain('- logs, by the GB (api)\n');
  expect(one).toContain('- assumption: three zones \\| in mars-1 (api)\n');
});

test('calls the failure domains of machines that are owned racks', () => {
  const { sizing } = CHOSEN;
  if (sizing.kind !== 'sized') throw new Error('the example is sized');
  const pools = sizing.pools.map((pool) => ({ ...pool, machines: ['w-1', 'w-2'] }));
  const page = (zones: number): string => {
    const owned = {
      ...CHOSEN,
      candidate: { ...CHOSEN.candidate, zones },
      sizing: { ...sizing, pools },
    };
    return renderMarkdown(
      buildRecord(decisionOf({ api: { ...DECIDED, assessments: [owned] } }), REQUEST, CATALOG),
    );
  };
  expect(page(3)).toMatch(/nodes over 3 racks\.[\s\S]*with its largest rack lost 31\.64 vCPU/);
  expect(page(1)).toMatch(/nodes over 1 rack\.[\s\S]*with its largest node lost 31\.64 vCPU/);
});

test('warns above everything else when an override breaks a rule', () => {
  const override = {
    ...DECIDED,
    chosen: 'eks/us-east-1/3-zones',
    choice: { by: 'override', requested: 'eks' },
  } as const;
  const page = renderMarkdown(buildRecord(decisionOf({ api: override }), REQUEST, CATALOG));
  expect(page).toContain(`\
## payments-api

> [!WARNING]
> **Override:** platform 'eks' was asked for; the ranking alone would choose eks/eu-central-1/3-zones, because what is chosen does not pass every rule; it costs $381.50 a month more in money and hours.
>
> It does not pass:
> - \`data-residency\` refuted: asked data in EU, found United States, in US; allow US in residency.data

**Chosen:** eks/us-east-1/3-zones,`);
  expect(page).toContain('| `data-residency` | **refuted** | data in EU | United States, in US |  |');
});

test('notes a lock without a warning', () => {
  const locked = { ...DECIDED, choice: { by: 'lock', note: 'kept as it is' } } as const;
  expect(renderMarkdown(buildRecord(decisionOf({ api: locked }), REQUEST, CATALOG))).toContain(
    '> [!IMPORTANT]\n> **Lock:** kept as it is.\n\n**Chosen:**',
  );
});

test('says what it would take when nothing passes, and claims no bill', () => {
  const page = renderMarkdown(buildRecord(decisionOf({ api: INFEASIBLE }), REQUEST, CATALOG));
  expect(page).toContain('**Not decided:** Nothing passes: none of 2 candidates satisfies every rule.');
  expect(page).toContain(`\
### Nearest to passing

| Candidate | Place | USD a month | Hours | What it would take |
| --- | --- | ---: | ---: | --- |
| \`eks/us-east-1/3-zones\` | US East (N. Virginia), US | $1,500.00 | 12.0 | \`data-residency\`: allow US in residency.data |
| \`gke/europe-west10/regional\` | Berlin, DE | unknown | 9.0 | \`compliance/PCI-DSS\`: give evidence with its number and last day |
`);
  expect(page).not.toContain('### What it costs');
});

test('says by how much the choice is over its budgets', () => {
  const tight = { ...API, budget: { ...API.budget, usdPerMonth: 1800, hoursPerMonth: 10, usdPerHour: 90 } };
  const page = renderMarkdown(
    buildRecord(decisionOf({ api: DECIDED }), { ...REQUEST, clusters: { api: tight } }, CATALOG),
  );
  expect(page).toContain('\n**Over the budget** of $1,800.00 a month by $81.50.\n');
  expect(page).toContain('\n**Over the budget** of 10.0 hours a month by 2.0 hours.\n');
});

test('opens with a table of totals when there are several clusters', () => {
  const batch = { ...INFEASIBLE, clusterKey: 'batch', clusterName: 'payments-batch' };
  const page = renderMarkdown(
    buildRecord(
      decisionOf({ api: DECIDED, batch }),
      { ...REQUEST, clusters: { api: API, batch: API } },
      CATALOG,
    ),
  );
  expect(page).toContain(`\
# Where payments runs

| Cluster | Runs on | USD a month | Hours a month |
| --- | --- | ---: | ---: |
| payments-api | \`eks/eu-central-1/3-zones\` | $1,881.50 | 12.0 |
| payments-batch | **nothing passes** |  |  |
| **Total** | without 1 of 2 | **$1,881.50** | **12.0** |

## payments-api
`);
});

test('lets no text of a request end a cell, open HTML or become a link', () => {
  const hostile = {
    ...REFUSED,
    findings: [
      {
        constraint: 'places',
        verdict: 'refuted',
        required: 'a | b',
        observed: '<img src=x>',
        fix: '<img src=x> [x](http://e) *now*\n| end',
        sources: [],
      },
    ],
  } as const;
  const page = renderMarkdown(
    buildRecord(decisionOf({ api: { ...DECIDED, assessments: [CHOSEN, hostile] } }), REQUEST, CATALOG),
  );
  expect(page).toContain('| `places` | a \\| b | 1 | 0 | 1 |');
  expect(page).toContain('`places`: &lt;img src=x&gt; \\[x\\](http://e) \\*now\\* \\| end |');
  expect(page).not.toContain('<img');
});

test('every table has as many cells in each row as in its head', () => {
  const page = renderMarkdown(buildRecord(decisionOf({ api: DECIDED }), REQUEST, CATALOG));
  const cells = (line: string) => line.split(/(?<!\\)\|/).length;
  let head: string | undefined;
  for (const line of page.split('\n')) {
    if (!line.startsWith('|')) head = undefined;
    else {
      head ??= line;
      expect(cells(line)).toBe(cells(head));
    }
  }
});
