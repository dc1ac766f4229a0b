#!/usr/bin/env node

const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { load, setUp } = require('./engine');

const program = join(__dirname, '../dist/cli/kubewhere.js');
const compiled = join(__dirname, '../dist/cli/kubewhere.cache');

if (existsSync(program)) {
  setUp();
  load(program, existsSync(compiled) ? readFileSync(compiled) : undefined).exports.run();
} else {
  process.stderr.write(
    "error: kubewhere is not built (dist/cli/kubewhere.js is missing); run 'npm run build' first\n",
  );
  process.exitCode = 2;
}
