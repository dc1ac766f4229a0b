const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');
const { setFlagsFromString } = require('node:v8');

/**
 * Settings for a process that is over before they would pay: code is optimised later, and the space for new objects stays as small as it begins, for
 * to touch new memory costs more than to clean what is there. Of V8 11.3 only, where that was measured; see docs/decisions/0005.
 */
const SETTINGS = process.versions.v8.startsWith('11.3.')
  ? ['--interrupt-budget=1000000', '--semi-space-growth-factor=1']
  : [];

/** What the engine compiled under other settings it does not take: the build and every start call this first. */
exports.setUp = () => {
  for (const setting of SETTINGS) setFlagsFromString(setting);
};

/**
 * Loads the bundle as `require` does it, with what the build compiled of it; another version of Node does not take that and compiles anew.
 */
exports.load = (filename, cachedData) => {
  // the bundle is all ASCII, which is read fastest so
  const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, createRequire(filename), loaded, filename, dirname(filename));
  return { script, exports: loaded.exports };
};
