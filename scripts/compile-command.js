// Keeps what the engine compiled of the command while it decided the example, beside the bundle: a start then compiles next to nothing.
// Only the version of Node that built it takes it, see bin/engine.js.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { load, setUp } = require('../bin/engine');

const root = join(__dirname, '..');
setUp();
const { script, exports: command } = load(join(root, 'dist/cli/kubewhere.js'));

process.argv.splice(2, process.argv.length, 'decide', join(root, 'examples/payments/request.yaml'));
command.run().then(() => {
  writeFileSync(join(root, 'dist/cli/kubewhere.cache'), script.createCachedData());
});
