#!/usr/bin/env node

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const program = join(__dirname, '../dist/cli/kubewhere.js');

if (existsSync(program)) {
  require(program).run();
} else {
  process.stderr.write(
    "error: kubewhere is not built (dist/cli/kubewhere.js is missing); run 'npm run build' first\n",
  );
  process.exitCode = 2;
}
