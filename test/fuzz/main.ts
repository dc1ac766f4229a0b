import fc from 'fast-check';
import { embeddedCatalog } from '../../lib/catalog';
import { mangledText } from './mangle';
import { type Fate, Judge, LONGEST_MS } from './verdict';

/**
 * Mangles so many request files and tells what became of them: `npm run fuzz`. The same seed gives the same files. Ends with 1
 * when one made the library throw, was refused without a place or without words, or took longer than a reader waits.
 */
const RUNS = Number(process.env.KUBEWHERE_FUZZ_RUNS ?? 20_000);
const SEED = Number(process.env.KUBEWHERE_FUZZ_SEED ?? 20_261_124);
const BATCH = 250;
const MOST_SHOWN = 5;

function main(): number {
  const catalog = embeddedCatalog();
  const judge = new Judge(
    catalog,
    catalog.regions.map((region) => region.id),
  );
  const fates: Record<Fate, number> = { refused: 0, decided: 0, infeasible: 0, known: 0 };
  let failures = 0;
  const fail = (why: string, text: string): void => {
    failures += 1;
    if (failures <= MOST_SHOWN) print(`\nFAILED: ${why}\n${text}\n`);
  };
  let slowest = 0;
  print(`seed ${SEED}, ${RUNS} files`);
  for (let done = 0; done < RUNS; done += BATCH) {
    for (const text of fc.sample(mangledText, { seed: SEED + done, numRuns: Math.min(BATCH, RUNS - done) })) {
      try {
        const { fate, milliseconds } = judge.judge(text);
        fates[fate] += 1;
        slowest = Math.max(slowest, milliseconds);
        if (milliseconds > LONGEST_MS) fail(`took ${Math.round(milliseconds)} ms`, text);
      } catch (error) {
        fail(error instanceof Error ? (error.stack ?? error.message) : String(error), text);
      }
    }
    if ((done / BATCH) % 10 === 9)
      print(`${done + BATCH} files: ${JSON.stringify(fates)}, ${failures} failures`);
  }
  print(`${JSON.stringify(fates)}, slowest ${Math.round(slowest)} ms of processor time`);
  print(`${failures} failures`);
  return failures === 0 ? 0 : 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = main();
