import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedCatalog } from '../lib/catalog';
import { type Decision, decide } from '../lib/decision';
import { parseRequest } from '../lib/decision/request';

/**
 * What a person waits for, as whole processes against a bare Node start in the same run, because machines differ and drift:
 * read the ratio. `npm run bench`.
 */
const root = join(__dirname, '..');
const command = join(root, 'bin', 'kubewhere.js');
const demo = join(root, 'examples', 'payments', 'request.yaml');
const scratch = mkdtempSync(join(tmpdir(), 'kubewhere-bench-'));
const run = (...args: readonly string[]): void => {
  execFileSync(process.execPath, [...args], { stdio: 'ignore' });
};

/** An ES module, which a CommonJS file can only load so. */
const loadTinybench = () => import('tinybench');
type Bench = InstanceType<Awaited<ReturnType<typeof loadTinybench>>['Bench']>;

async function main(): Promise<void> {
  const { Bench } = await loadTinybench();
  const processes = new Bench({ iterations: 15, warmupIterations: 2, time: 0, warmupTime: 0 });
  processes.add('node -e 0', () => run('-e', '0'));
  processes.add('kubewhere --version', () => run(command, '--version'));
  processes.add('kubewhere decide', () => run(command, 'decide', demo));
  processes.add('kubewhere synth', () => run(command, 'synth', demo, '--out', join(scratch, 'out')));
  await processes.run();
  print('whole processes', processes);
  printAllowance(processes);

  const text = readFileSync(demo, 'utf8');
  const parsed = parseRequest(text);
  if (!parsed.ok) throw new Error('the demo request does not parse');
  const catalog = embeddedCatalog();
  const calls = new Bench({ time: 500 });
  calls.add('JSON of the request, there and back', () => {
    JSON.parse(JSON.stringify(parsed.request));
  });
  calls.add('parseRequest', () => {
    parseRequest(text);
  });
  calls.add('decide, all candidates, all explained', () => {
    readAll(decide(parsed.request, catalog));
  });
  await calls.run();
  print('warm calls', calls);
}

/** Some of an explanation is reckoned when it is first read. */
function readAll({ clusters }: Decision): number {
  let length = 0;
  for (const { explanation, assessments } of Object.values(clusters)) {
    length += explanation?.regret?.plans.length ?? 0;
    for (const { lostBecause } of assessments) length += lostBecause?.length ?? 0;
  }
  return length;
}

function print(title: string, bench: Bench): void {
  const medians = bench.tasks.map((task) => ({ name: task.name, ms: medianOf(task) }));
  const base = medians[0]?.ms ?? Number.NaN;
  console.log(`\n${title}`);
  console.table(
    medians.map(({ name, ms }) => ({
      name,
      'median ms': ms.toFixed(2),
      'ratio to the first': (ms / base).toFixed(2),
    })),
  );
}

/** What a decision may take as a whole process, by the bare start of the same run. */
function printAllowance({ tasks }: Bench): void {
  const [bare, , decision] = tasks.map(medianOf);
  if (bare === undefined || decision === undefined) return;
  const allowed = 2 * bare + 150;
  console.log(
    `kubewhere decide: ${decision.toFixed(0)} ms of ${allowed.toFixed(0)} ms (twice a bare start and 150 ms), ratio ${(decision / allowed).toFixed(2)}`,
  );
}

function medianOf(task: Bench['tasks'][number]): number {
  const result = task.result;
  return 'latency' in result ? result.latency.p50 : Number.NaN;
}

main().finally(() => rmSync(scratch, { recursive: true, force: true }));
