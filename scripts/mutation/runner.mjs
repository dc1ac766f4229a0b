// The test runner of `npm run mutation`, a plugin of Stryker. The one for mocha keeps all files loaded from one mutant to the next and only switches
// the active one, so a mutant costs what its tests cost. Added here: the words of jest, forgetting between two tests what lib remembers, and loading
// the files again in the same process for a mutant that acts while they load.
import { createRequire } from 'node:module';
import { sep } from 'node:path';
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { MutantRunStatus } from '@stryker-mutator/api/test-runner';
import { createMochaTestRunner } from '@stryker-mutator/mocha-runner';
import { expect } from 'expect';
import { bind } from 'jest-each';
import Mocha from 'mocha';

const require = createRequire(import.meta.url);

/** A property without a seed of its own tries the same cases of each mutant, as many as it can in this time, and does not look for the smallest one that fails. */
const MILLISECONDS_OF_CASES = 200;
/** Such a test is about time, which says nothing about a mutant. */
const ABOUT_TIME = /\bin seconds\b/;

let loading = true;
let memos = [];

function remember(memo) {
  if (loading) memos.push(memo);
}

// `scripts/mutation.js` has lib say these for WeakMap and Map. What is made while modules load outlives a test, and a memo filled under one mutant
// would answer for another. A Map that starts with entries is data.
globalThis.ForgetfulWeakMap = class extends WeakMap {
  #kept = new WeakMap();

  constructor() {
    super();
    remember(this);
  }

  get(key) {
    return this.#kept.get(key);
  }

  has(key) {
    return this.#kept.has(key);
  }

  set(key, value) {
    this.#kept.set(key, value);
    return this;
  }

  delete(key) {
    return this.#kept.delete(key);
  }

  clear() {
    this.#kept = new WeakMap();
  }
};

globalThis.ForgetfulMap = class extends Map {
  constructor(entries) {
    super(entries);
    if (entries === undefined) remember(this);
  }
};

const fastCheck = require('fast-check');
require.cache[require.resolve('fast-check')].exports = {
  ...fastCheck,
  __esModule: true,
  default: { ...fastCheck.default, assert: assertFew },
};

function assertFew(property, parameters = {}) {
  const few =
    parameters.seed === undefined ? { seed: 1, interruptAfterTimeLimit: MILLISECONDS_OF_CASES } : {};
  fastCheck.assert(property, { ...parameters, ...few, endOnFailure: true });
}

/** A word of mocha as jest has it: with tables, and without a limit of time as third argument. */
function asInJest(word) {
  const own = (title, body) => {
    if (!ABOUT_TIME.test(title)) word(title, body);
  };
  return Object.assign(own, { each: bind(own, false) });
}

Mocha.interfaces.jest = (suite) => {
  Mocha.interfaces.bdd(suite);
  suite.on('pre-require', (context) => {
    const test = asInJest(context.it);
    Object.assign(context, {
      expect,
      describe: asInJest(context.describe),
      it: test,
      test,
      beforeAll: context.before,
      afterAll: context.after,
    });
  });
  suite.beforeAll(() => {
    loading = false;
  });
  suite.beforeEach(() => {
    for (const memo of memos) memo.clear();
  });
};

/** Forgets the compiled files of the sandbox, where this process runs. */
function unload() {
  const sandbox = process.cwd() + sep;
  for (const file of Object.keys(require.cache)) {
    if (file.startsWith(sandbox) && !file.includes(`${sep}node_modules${sep}`)) delete require.cache[file];
  }
  loading = true;
  memos = [];
}

class HotRunner {
  #start;
  #runner;
  /** The mutant that was active while the files were loaded, if any. */
  #loadedUnder;

  constructor(injector) {
    this.#start = () => createMochaTestRunner(injector);
    this.#runner = this.#start();
  }

  /** Files are loaded again in this process where that is needed; Stryker would start another one. */
  async capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    return this.#runner.init();
  }

  dryRun(options) {
    return this.#runner.dryRun(options);
  }

  async mutantRun(options) {
    const under = options.mutantActivation === 'static' ? options.activeMutant.id : undefined;
    if (under !== undefined || this.#loadedUnder !== undefined) await this.#reload(under);
    const result = await this.#runner.mutantRun(options);
    // files that no longer load are noticed by everybody
    return result.status === MutantRunStatus.Error && under !== undefined
      ? { status: MutantRunStatus.Killed, nrOfTests: 0, killedBy: [], failureMessage: result.errorMessage }
      : result;
  }

  async #reload(under) {
    await this.#runner.dispose();
    unload();
    this.#runner = this.#start();
    await this.#runner.init();
    this.#loadedUnder = under;
  }

  dispose() {
    return this.#runner.dispose();
  }
}

function createHotRunner(injector) {
  return new HotRunner(injector);
}
createHotRunner.inject = tokens(commonTokens.injector);

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'hot', createHotRunner)];
