/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // the default leaves one core idle, and half of the tests wait for Terraform anyway
  maxWorkers: '100%',
  // a busy machine takes its time; what never ends fails all the same
  testTimeout: 60_000,
  globalSetup: '<rootDir>/test/support/scratch-setup.ts',
  globalTeardown: '<rootDir>/test/support/scratch-teardown.ts',
  roots: ['<rootDir>/test'],
  reporters: ['default', '<rootDir>/test/support/tiers-left-out.js'],
  testMatch: ['**/*.test.ts'],
  // the real provider against a simulated AWS takes minutes of its own: `npm run test:aws`
  testPathIgnorePatterns: [
    '/node_modules/',
    ...(process.env.KUBEWHERE_MOTO_STORIES ? [] : ['eks-moto\\.test']),
  ],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
};
