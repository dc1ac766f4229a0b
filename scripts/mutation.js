const { spawnSync } = require('node:child_process');
const { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Mutation score of the decision: `npm run mutation`, or `npm run mutation -- capacity cost` for some parts. Each part is tried against
 * its own tests. Prints the score of each and of all, and the mutants that survived; fails below 85 %. Takes one to three hours
 * for all on two cores.
 */
const LEAST = 85;

/** Where the code of a part is, and the folders of its tests. */
const PARTS = {
  capacity: ['lib/decision/capacity/*.ts', ['capacity']],
  constraints: ['lib/decision/constraints/*.ts', ['constraints']],
  cost: ['lib/decision/cost/*.ts', ['cost']],
  explanation: ['lib/decision/explanation/*.ts', ['explanation']],
  joint: ['lib/decision/joint/*.ts', ['joint']],
  platforms: ['lib/decision/platforms/*.ts', ['platforms']],
  request: ['lib/decision/request/**/*.ts', ['request', 'request/cross-checks']],
  decision: ['lib/decision/*.ts', ['.']],
};

/** Types and lists of exports have nothing to mutate, and a schema's descriptions are no behaviour. */
const NOT_MUTATED = '!lib/decision/**/index.ts,!lib/decision/**/types.ts';
const DETECTED = new Set(['Killed', 'Timeout']);
const UNDETECTED = new Set(['Survived', 'NoCoverage']);

const root = join(__dirname, '..');
const wanted = process.argv.slice(2);
const unknown = wanted.filter((part) => !(part in PARTS));
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}

const rows = [];
for (const part of wanted.length > 0 ? wanted : Object.keys(PARTS)) {
  const [mutate, folders] = PARTS[part];
  gather(folders);
  const { status } = spawnSync(
    process.execPath,
    [require.resolve('@stryker-mutator/core/bin/stryker.js'), 'run', '--mutate', `${mutate},${NOT_MUTATED}`],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (status !== 0) {
    console.error(`the part '${part}' could not be tried`);
    process.exit(1);
  }
  rows.push({ part, ...count(JSON.parse(readFileSync(join(root, 'reports/mutation.json'), 'utf8'))) });
}

/**
 * One file that runs all tests of some folders. A mutant is tried in a fresh set of modules for each file of tests, and loading them takes
 * longer than most tests. Properties are left out: they would be cut short, and what they alone notice counts as a survivor.
 */
function gather(folders) {
  const gathered = join(root, 'test/mutation');
  rmSync(gathered, { recursive: true, force: true });
  mkdirSync(gathered, { recursive: true });
  const lines = folders.flatMap((folder) =>
    readdirSync(join(root, 'test/decision', folder))
      .filter((file) => file.endsWith('.test.ts') && !/propert/.test(file))
      .map((file) => `import '${join('../decision', folder, file).replace(/\.ts$/, '')}';`),
  );
  writeFileSync(join(gathered, 'gathered.test.ts'), `${lines.join('\n')}\n`);
}

function count({ files }) {
  let detected = 0;
  let undetected = 0;
  const survivors = [];
  for (const [file, { mutants, source }] of Object.entries(files)) {
    for (const mutant of mutants) {
      if (DETECTED.has(mutant.status)) detected += 1;
      if (!UNDETECTED.has(mutant.status)) continue;
      undetected += 1;
      const line = source.split('\n')[mutant.location.start.line - 1] ?? '';
      survivors.push(
        `${file}:${mutant.location.start.line}:${mutant.location.start.column} ${mutant.status} ${mutant.mutatorName} -> ${mutant.replacement} | ${line.trim()}`,
      );
    }
  }
  return { detected, undetected, survivors };
}

const score = ({ detected, undetected }) => (100 * detected) / Math.max(1, detected + undetected);
const total = rows.reduce(
  (sum, row) => ({ detected: sum.detected + row.detected, undetected: sum.undetected + row.undetected }),
  { detected: 0, undetected: 0 },
);
rmSync(join(root, 'test/mutation'), { recursive: true, force: true });
for (const { part, survivors } of rows) for (const survivor of survivors) console.log(`${part} ${survivor}`);
console.table(
  [...rows, { part: 'all', ...total }].map((row) => ({
    part: row.part,
    'killed or timed out': row.detected,
    survived: row.undetected,
    'score %': score(row).toFixed(1),
  })),
);
process.exitCode = score(total) < LEAST ? 1 : 0;
