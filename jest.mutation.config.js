const base = require('./jest.config.js');

/**
 * What mutants of the decision are tried against: the one file that `scripts/mutation.js` gathers.
 *
 * @type {import('jest').Config}
 */
module.exports = {
  ...base,
  maxWorkers: 1,
  globalSetup: undefined,
  globalTeardown: undefined,
  setupFilesAfterEnv: ['<rootDir>/test/support/short-properties.ts'],
  testMatch: ['**/test/mutation/gathered.test.ts'],
};
