const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Mutation score of the decision: `npm run mutation`, or of some parts or files: `npm run mutation -- joint lib/decision/cost/range.ts`. Each mutant
 * is tried against the tests of its own part that come by it. Prints the score of each part and of all, leaves the
 * mutants that survived in `reports/mutation-<part>.txt`, and fails below 85 %.
 */
const LEAST = 85;

/** Where the code of a part is, and the folder of its tests. */
const PARTS = {
  capacity: ['lib/decision/capacity/*.ts', 'capacity'],
  constraints: ['lib/decision/constraints/*.ts', 'constraints'],
  cost: ['lib/decision/cost/*.ts', 'cost'],
  explanation: ['lib/decision/explanation/*.ts', 'explanation'],
  joint: ['lib/decision/joint/*.ts', 'joint'],
  platforms: ['lib/decision/platforms/*.ts', 'platforms'],
  request: ['lib/decision/request/**/*.ts', 'request'],
  decision: ['lib/decision/*.ts', ''],
};

/** Types and lists of exports have nothing to mutate. */
const NOT_MUTATED = ['!lib/decision/**/index.ts', '!lib/decision/**/types.ts'];

/** lib says WeakMap and Map where it remembers; `mutation/runner.mjs` has the ones that can be made to forget. */
const COMPILE = [
  'esbuild lib/**/*.ts test/decision/**/*.ts test/support/*.ts',
  '--outdir=. --outbase=. --platform=node --format=cjs --target=node20 --log-level=warning',
  '--define:WeakMap=ForgetfulWeakMap --define:Map=ForgetfulMap',
].join(' ');

const DETECTED = new Set(['Killed', 'Timeout']);
const UNDETECTED = new Set(['Survived', 'NoCoverage']);

const root = join(__dirname, '..');
const tests = join(root, 'test/decision');

/**
 * Those of the part, and those that try many cases last, for the first test that fails ends the trial of a mutant. What the tests of other parts and of the
 * decision as a whole would find besides is left out, and so are sizes of many pods: that takes many times as long.
 */
function testsFor(folder) {
  const isOwn = (file) => (folder === '' ? !file.includes('/') : file.startsWith(`${folder}/`));
  const isLarge = (file) => /many-pods/.test(file);
  const hasMany = (file) => /propert/.test(file);
  const compiled = (file) => join('test/decision', file).replace(/\.ts$/, '.js');
  return readdirSync(tests, { recursive: true })
    .filter((file) => file.endsWith('.test.ts') && isOwn(file) && !isLarge(file))
    .sort()
    .sort((left, right) => Number(hasMany(left)) - Number(hasMany(right)))
    .map(compiled);
}

/** Takes the names of parts, and files of a part with or without lines (`lib/decision/score.ts:20-40`). */
function asked(words) {
  const wanted = new Map();
  for (const word of words.length > 0 ? words : Object.keys(PARTS)) {
    const part = word in PARTS ? word : partOf(word);
    if (part === undefined) {
      console.error(
        `no part '${word}'; there are ${Object.keys(PARTS).join(', ')}, and the files of lib/decision`,
      );
      process.exit(2);
    }
    wanted.set(part, [...(wanted.get(part) ?? []), word in PARTS ? PARTS[part][0] : word]);
  }
  return wanted;
}

function partOf(file) {
  const [, folder] = /^lib\/decision\/(?:(\w+)\/)?.+\.ts(?::[\d:-]+)?$/.exec(file) ?? [undefined, 'none'];
  return Object.keys(PARTS).find((part) => PARTS[part][1] === (folder ?? ''));
}

async function tryMutants(part, mutate) {
  const { Stryker } = await import('@stryker-mutator/core');
  const report = join(root, `reports/mutation-${part}.json`);
  await new Stryker({
    mutate: [...mutate, ...NOT_MUTATED],
    plugins: [join(__dirname, 'mutation/runner.mjs')],
    testRunner: 'hot',
    mochaOptions: { spec: testsFor(PARTS[part][1]), ui: 'jest', 'no-config': true, 'no-package': true },
    buildCommand: COMPILE,
    coverageAnalysis: 'perTest',
    concurrency: 1,
    timeoutMS: 5000,
    timeoutFactor: 3,
    ignorePatterns: ['/cdktf.out', '/dist', '/reports', '/examples/**/cdktf.out'],
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
    logLevel: 'error',
    allowConsoleColors: false,
  }).runMutationTest();
  return readFileSync(report, 'utf8');
}

function count({ files }) {
  let detected = 0;
  const survivors = [];
  for (const [file, { mutants, source }] of Object.entries(files)) {
    const lines = source.split('\n');
    for (const { status, mutatorName, replacement, location } of mutants) {
      if (DETECTED.has(status)) detected += 1;
      if (!UNDETECTED.has(status)) continue;
      const { line, column } = location.start;
      const was = lines[line - 1] ?? '';
      const now = (replacement ?? '').replace(/\s+/g, ' ');
      survivors.push(`${file}:${line}:${column} ${status} ${mutatorName} -> ${now} | ${was.trim()}`);
    }
  }
  return { detected, survivors };
}

function row(part, detected, survived) {
  const score = (100 * detected) / Math.max(1, detected + survived);
  return { part, 'killed or timed out': detected, survived, 'score %': score.toFixed(1) };
}

async function main() {
  const rows = [];
  let allDetected = 0;
  let allSurvived = 0;
  for (const [part, mutate] of asked(process.argv.slice(2))) {
    const { detected, survivors } = count(JSON.parse(await tryMutants(part, mutate)));
    writeFileSync(join(root, `reports/mutation-${part}.txt`), survivors.map((line) => `${line}\n`).join(''));
    rows.push(row(part, detected, survivors.length));
    allDetected += detected;
    allSurvived += survivors.length;
  }
  console.table([...rows, row('all', allDetected, allSurvived)]);
  process.exitCode = 100 * allDetected < LEAST * (allDetected + allSurvived) ? 1 : 0;
}

main();
