#!/usr/bin/env node

const { existsSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { createRequire, wrap } = require('node:module');
const { Script } = require('node:vm');

const program = join(__dirname, '../dist/cli/kubewhere.js');

if (existsSync(program)) {
  load(program, join(__dirname, '../dist/cli/kubewhere.cache')).run();
} else {
  process.stderr.write(
    "error: kubewhere is not built (dist/cli/kubewhere.js is missing); run 'npm run build' first\n",
  );
  process.exitCode = 2;
}

/** As `require` does it, with what the build compiled already; another version of Node does not take that and compiles anew. */
function load(filename, cache) {
  if (!existsSync(cache)) return require(filename);
  // the bundle is all ASCII, which is read fastest so
  const script = new Script(wrap(readFileSync(filename, 'latin1')), {
    filename,
    cachedData: readFileSync(cache),
  });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, createRequire(filename), loaded, filename, dirname(filename));
  return loaded.exports;
}
