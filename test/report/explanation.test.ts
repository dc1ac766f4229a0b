import { buildRecord, renderMarkdown, renderTable } from '../../lib/report';
import { API, CATALOG, CHOSEN, DECIDED, decisionOf, EXPLANATION, INFEASIBLE, REQUEST } from './payments';

const explained = { ...DECIDED, explanation: EXPLANATION };
const record = buildRecord(decisionOf({ api: explained }), REQUEST, CATALOG);
const page = renderMarkdown(record);

/** The section of a page under a heading, without the heading. */
function section(markdown: string, heading: string): readonly string[] {
  const lines = markdown.split('\n');
  const start = lines.indexOf(heading);
  if (start < 0) throw new Error(`no '${heading}' on the page`);
  const end = lines.findIndex((line, index) => index > start && /^(#|<details>)/.test(line));
  return lines
    .slice(start + 2, end < 0 ? undefined : end)
    .join('\n')
    .trimEnd()
    .split('\n');
}

describe('the page on a decision that is explained', () => {
  it('says how sure it is, what the bill may come to, how old it is, what moves it and what to regret', () => {
    expect(section(page, '### How sure it is')).toEqual([
      '**Robust:** stays first until its money is 7.8 % dearer; then gke/europe-west3/regional.',
      '',
      'The bill: $1,866.72 low, $1,881.50 middle, $1,896.28 high a month. Its oldest price is of 2026-07-20, 134 days before the plan date.',
      '',
      'What would move it:',
      '',
      '- its money 7.89 % dearer (+$148.50 a month): `gke/europe-west3/regional` comes first',
      '- its money 7.89 % dearer (+$148.50 a month), and nothing of the same provider takes over: `gke/europe-west3/regional` comes first',
      '- 1.7 hours a month more of its people: `gke/europe-west3/regional` comes first',
      '- an hour of people at $139.50: `gke/europe-west3/regional` comes first',
      '',
      'Over 2 worlds of more and less demand, prices and hours, what each plan costs a month more than the best of that world:',
      '',
      '| Plan | On average | At worst |',
      '| --- | ---: | ---: |',
      '| `eks/eu-central-1/3-zones` | $10.00 | $20.00 |',
      '| `gke/europe-west3/regional` | cannot hold it | cannot hold it |',
    ]);
  });

  it('says what each rule costs', () => {
    expect(section(page, '### What each rule costs')).toEqual([
      'The best with all rules against the best without this one.',
      '',
      '| Rule | USD a month | Without it |',
      '| --- | ---: | --- |',
      '| `data-residency` | $381.50 | `eks/us-east-1/3-zones` |',
    ]);
  });

  it('shows what no other beats in everything, in the order of the ranking', () => {
    expect(section(page, '### What no other beats in everything')).toEqual([
      '| Candidate | USD a month | Hours | Failure domains | g CO₂ per kWh |',
      '| --- | ---: | ---: | ---: | ---: |',
      '| `eks/eu-central-1/3-zones` | $1,881.50 | 12.0 | 3 | 380 |',
      '| `gke/europe-west3/regional` | $2,300.00 | 9.0 | 3 | 380 |',
    ]);
  });

  it('shows between which weights it stays first', () => {
    const weights = [
      {
        weight: 'money',
        atPpm: 600_000,
        fromPpm: 412_500,
        toPpm: 1_000_000,
        below: 'gke/europe-west3/regional',
      },
    ];
    const weighted = { ...EXPLANATION, sensitivity: { ...EXPLANATION.sensitivity, weights } };
    const other = buildRecord(decisionOf({ api: { ...DECIDED, explanation: weighted } }), REQUEST, CATALOG);
    expect(
      section(renderMarkdown(other), '### How sure it is').filter((line) => line.startsWith('| money')),
    ).toEqual(['| money | 60.0 % | 41.3 % | 100.0 % | `gke/europe-west3/regional` |  |']);
  });

  it('says what interruptible machines cost when they cannot be had', () => {
    const cost = { ...CHOSEN.cost, withoutSpotMicroUsd: 2_400_000_000 } as typeof CHOSEN.cost;
    const spot = { ...explained, assessments: [{ ...CHOSEN, cost }] };
    const other = buildRecord(decisionOf({ api: spot }), REQUEST, CATALOG);
    expect(renderMarkdown(other)).toContain(
      '$1,896.28 high a month. With no interruptible machine to be had at its reduced price: $2,400.00. Its oldest',
    );
  });

  it('warns of rules that the request breaks with a reason, and does not count them as obstacles', () => {
    const finding = {
      constraint: 'compliance/PCI-DSS',
      verdict: 'unknown',
      required: 'PCI-DSS for eks',
      observed: 'nothing is known',
      fix: 'give evidence',
      overridden: 'no card data in this cluster',
      sources: [],
    } as const;
    const lifted = { ...explained, assessments: [{ ...CHOSEN, findings: [finding] }] };
    const other = buildRecord(decisionOf({ api: lifted }), REQUEST, CATALOG);
    expect(other.clusters[0]?.chosen?.obstacles).toEqual([]);
    expect(renderMarkdown(other)).toContain(
      [
        '> [!WARNING]',
        '> **Goes on all the same**, for a reason that the request gives:',
        '>',
        '> - `compliance/PCI-DSS` asked PCI-DSS for eks, found nothing is known: no card data in this cluster',
      ].join('\n'),
    );
  });

  it('leaves out what nobody asked to be explained', () => {
    const plain = renderMarkdown(buildRecord(decisionOf({ api: DECIDED }), REQUEST, CATALOG));
    expect(plain).not.toMatch(/How sure|What each rule|What no other/);
  });
});

describe('the terminal', () => {
  it('says in a line how sure it is, what the bill may come to, and what the dearest rules cost', () => {
    expect(renderTable(record, { width: 200 }).split('\n').slice(3, 5)).toEqual([
      '  robust: stays first until its money is 7.8 % dearer; then gke/europe-west3/regional. The bill: $1,866.72 to $1,896.28, oldest price of 2026-07-20.',
      '  Rules cost a month: data-residency $381.50.',
    ]);
  });
});

describe('a choice that the ranking of the cluster alone did not make', () => {
  it.each([
    [
      { by: 'relations', note: 'eks/eu-central-1/3-zones is the region of its standby' },
      'Together',
      'eks/eu-central-1/3-zones is the region of its standby',
    ],
    [
      { by: 'accepted', reason: 'the contract runs out' },
      'Accepted',
      'accepted by name (the contract runs out); the ranking alone would choose the same',
    ],
    [
      { by: 'accepted', reason: undefined },
      'Accepted',
      'accepted by name; the ranking alone would choose the same',
    ],
  ] as const)('is said above everything else: %j', (choice, title, text) => {
    const other = buildRecord(decisionOf({ api: { ...DECIDED, choice } }), REQUEST, CATALOG);
    expect(renderMarkdown(other)).toContain(`> [!IMPORTANT]\n> **${title}:** ${text}.`);
  });
});

test('asks for the new wishes in words', () => {
  const asked = {
    ...API,
    capacity: { ...API.capacity, interruptiblePercent: 25, gpus: { count: 4, model: 'L4' } },
    availability: { ...API.availability, surviveSiteLoss: true },
    security: { ...API.security, airGap: true, tenancy: 'confidential' as const },
    residency: { telemetry: { countries: ['DE'], jurisdictions: [] } },
    planning: { ...API.planning, growthPercentPerYear: 30, commitment: '3-year' as const },
    links: { office: { cidrs: ['10.9.0.0/16'], latencyMs: {} } },
    weights: { money: 3, hours: 1, resilience: 0, carbon: 0.5, latency: 0 },
  };
  const [cluster] = buildRecord(
    decisionOf({ api: DECIDED }),
    { ...REQUEST, clusters: { api: asked } },
    CATALOG,
  ).clusters;
  expect(cluster?.asked).toEqual(
    expect.arrayContaining([
      '25 % of it interruptible',
      '4 L4 GPUs',
      '30 % growth a year over 36 months',
      'commitments of up to 3 year',
      'no way to the internet',
      'confidential machines',
      'telemetry in DE',
      'the loss of its region survived by a standby',
      'linked to office',
      'ranked by weights money 3, hours 1, carbon 0.5',
    ]),
  );
});

describe('where nothing passes', () => {
  const nothing = {
    ...EXPLANATION,
    pareto: [],
    sensitivity: {
      because: 'nothing passes every rule, so no place is first',
      flips: [],
      weights: [],
    },
    regret: undefined,
  };

  it('says nothing of how sure the first place is, as there is none', () => {
    const none = { ...INFEASIBLE, explanation: nothing };
    const infeasible = buildRecord(decisionOf({ api: none }), REQUEST, CATALOG);
    expect(renderMarkdown(infeasible)).not.toContain('How sure it is');
    expect(renderTable(infeasible, { width: 100 })).not.toContain('no place is first');
  });

  it('says of what was asked for all the same that it is not first, and what its bill may come to', () => {
    const forced = {
      ...INFEASIBLE,
      outcome: 'decided',
      assessments: [{ ...CHOSEN, rank: undefined, feasible: false }],
      chosen: CHOSEN.candidate.id,
      choice: { by: 'override', requested: 'eks' },
      explanation: nothing,
    } as const;
    const overridden = buildRecord(decisionOf({ api: forced }), REQUEST, CATALOG);
    expect(section(renderMarkdown(overridden), '### How sure it is')).toEqual([
      'Nothing passes every rule, so no place is first.',
      '',
      'The bill: $1,866.72 low, $1,881.50 middle, $1,896.28 high a month. Its oldest price is of 2026-07-20, 134 days before the plan date.',
    ]);
    expect(renderTable(overridden, { width: 200 })).toContain(
      '\n  Nothing passes every rule, so no place is first. The bill: $1,866.72 to $1,896.28, oldest price of 2026-07-20.\n',
    );
  });
});

describe('clusters that are tied to each other', () => {
  const joint = {
    outcome: 'decided',
    notes: ["'api' and 'batch' are in different regions"],
    priceMicroUsd: 42_000_000,
  } as const;
  const batch = { ...DECIDED, clusterKey: 'batch', clusterName: 'payments-batch' };
  const both = buildRecord(
    { ...decisionOf({ api: DECIDED, batch }), joint },
    { ...REQUEST, clusters: { api: API, batch: API } },
    CATALOG,
  );

  it('say below the totals what holds for all and what it costs', () => {
    expect(renderMarkdown(both)).toContain(
      [
        "- 'api' and 'batch' are in different regions",
        '- together they cost $42.00 a month more, in money and hours, than the best of each alone',
      ].join('\n'),
    );
    expect(renderTable(both, { width: 120 })).toMatch(
      /\n'api' and 'batch' are in different regions\.\ntogether they cost \$42\.00 a month more, .* alone\.\n$/,
    );
  });

  it('say nothing where nothing ties them', () => {
    expect(renderMarkdown({ ...both, joint: undefined })).not.toContain('together they');
  });
});
