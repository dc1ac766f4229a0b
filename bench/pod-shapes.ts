import { embeddedCatalog } from '../lib/catalog';
import { decide } from '../lib/decision';
import { parseRequest, type Request } from '../lib/decision/request';

/**
 * Processor time of a decision about so many kinds of pods, each packed one by one on the nodes of every region. `npm run bench`. The
 * explanation with its worlds of more and less demand is in it.
 */
const ROWS = [
  { shapes: 10, goalMs: 300 },
  { shapes: 100, goalMs: 2_000 },
  { shapes: 1_000, goalMs: 3_000 },
];
const RUNS = 5;

function requestOf(shapes: number): Request {
  const workloads = Array.from({ length: shapes }, (_, index) => {
    const spread = ['zones', 'nodes', 'none'][index % 3];
    const cpu = (1 + ((index * 37) % 90)) / 10;
    const memoryGib = (1 + ((index * 53) % 230)) / 10;
    return `        w${index}: { replicas: ${1 + ((index * 5) % 7)}, cpu: ${cpu}, memoryGib: ${memoryGib}, spread: ${spread} }`;
  });
  const parsed = parseRequest(`apiVersion: kubewhere/v1
name: shapes
planDate: "2026-12-01"
clusters:
  api:
    kubernetesVersion: "1.35"
    budget: { usdPerHour: 95 }
    capacity:
      workloads:
${workloads.join('\n')}
`);
  if (!parsed.ok) throw new Error('the request does not parse');
  return parsed.request;
}

/** Of a request that nothing is known of yet: what is kept belongs to the object. */
function processorMs(request: Request): number {
  const begin = process.cpuUsage();
  decide(structuredClone(request), embeddedCatalog());
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

console.log('\nkinds of pods');
console.table(
  ROWS.map(({ shapes, goalMs }) => {
    const request = requestOf(shapes);
    processorMs(request);
    const times = Array.from({ length: RUNS }, () => processorMs(request)).sort(
      (left, right) => left - right,
    );
    return { shapes, 'processor ms, median': times[RUNS >> 1]?.toFixed(0), 'goal ms': goalMs };
  }),
);
