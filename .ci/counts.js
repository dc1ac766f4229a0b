// Reads jest's JSON results, checks that no tier that used to run is missing, prints the closing line, and sets the exit code.
const { existsSync, readFileSync } = require('node:fs');

const [, , resultsFile, statusText] = process.argv;
const read = () => JSON.parse(readFileSync(resultsFile, 'utf8'));
const results = existsSync(resultsFile) && readFileSync(resultsFile, 'utf8') !== '' ? read() : undefined;
const passed = results?.numPassedTests ?? 0;
const failed = (results?.numFailedTests ?? 0) + (results?.numRuntimeErrorTestSuites ?? 0);
const skipped = (results?.numPendingTests ?? 0) + (results?.numTodoTests ?? 0);

let status = Number(statusText);
const skippedTiers = (results?.testResults ?? [])
  .flatMap((suite) => suite.assertionResults)
  .filter((test) => test.status === 'pending' && test.fullName.includes('SKIPPED TIER'))
  .map((test) => test.fullName);
for (const tier of skippedTiers) {
  process.stdout.write(`a tier did not run: ${tier}\n`);
  status = 1;
}
if (results === undefined) process.stdout.write('no test ran: a step before the tests failed\n');
process.stdout.write(
  `${passed} passed, ${failed + (status !== 0 && failed === 0 ? 1 : 0)} failed, ${skipped} skipped\n`,
);
process.exit(status);
