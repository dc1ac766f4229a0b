// Keeps what the engine compiled of the command while it decided the example, beside the bundle: a start then compiles next to nothing.
// Only the version of Node that built it takes it, see bin/kubewhere.js.
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const root = join(__dirname, '..');
const filename = join(root, 'dist/cli/kubewhere.js');
const example = join(root, 'examples/payments/request.yaml');

const script = new Script(wrap(readFileSync(filename, 'latin1')), { filename });
const loaded = { exports: {} };
script.runInThisContext()(loaded.exports, createRequire(filename), loaded, filename, dirname(filename));

process.argv.splice(2, process.argv.length, 'decide', example);
loaded.exports.run().then(() => {
  writeFileSync(join(root, 'dist/cli/kubewhere.cache'), script.createCachedData());
});
