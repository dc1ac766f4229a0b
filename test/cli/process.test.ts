import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Synthesis } from '../../lib/cli/tools';
import { REQUEST, World } from './world';

/** What only a process of its own shows: signals of the system, the built program, a reader that goes away. */

const ROOT = join(__dirname, '../..');
const BIN = join(ROOT, 'bin/kubewhere.js');

// each test starts a process or two; a busy machine takes its time
jest.setTimeout(60_000);

let world: World;
beforeEach(() => {
  world = new World();
  world.write('payments.yaml', REQUEST);
});
afterEach(() => world.remove());

/** Runs `synth` from source in a process whose synthesis sends itself a signal and then works on without yielding. */
function synthUnderSignal(signal: NodeJS.Signals) {
  const script = `
    const { writeFileSync } = require('node:fs');
    const { main } = require('./lib/cli/main');
    const { processIo } = require('./lib/cli/process-io');
    const { libraryTools } = require('./lib/cli/tools');
    const synthesize = ({ outdir }) => {
      writeFileSync(outdir + '/manifest.json', 'half');
      process.kill(process.pid, '${signal}');
      for (const end = process.hrtime.bigint() + 50_000_000n; process.hrtime.bigint() < end; );
      return { stacks: [] };
    };
    main(['synth', '${world.path('payments.yaml')}', '--out', '${world.path('cdktf.out')}'], processIo(), {
      ...libraryTools(),
      synthesize,
    }).then((code) => { process.exitCode = code; });
  `;
  return spawnSync(process.execPath, ['--require', 'tsx/cjs', '--eval', script], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}

const synthesize = ({ outdir }: Synthesis) => {
  writeFileSync(join(outdir, 'manifest.json'), 'whole');
  return { stacks: [] };
};

test('a SIGTERM during the synthesis leaves nothing behind and ends with 143', () => {
  const { status, stderr } = synthUnderSignal('SIGTERM');
  expect([status, stderr]).toEqual([143, 'error: terminated; nothing was replaced\n']);
  expect(readdirSync(world.cwd)).toEqual(['payments.yaml']);
});

test('a SIGKILL during the synthesis leaves the previous output whole, and the next run removes the rest', async () => {
  await world.run(['synth', 'payments.yaml'], { synthesize });
  const before = world.files('cdktf.out');
  expect(synthUnderSignal('SIGKILL').signal).toBe('SIGKILL');
  expect(world.files('cdktf.out')).toEqual(before);
  expect(readdirSync(world.cwd)).toHaveLength(3);
  expect(await world.run(['synth', 'payments.yaml'], { synthesize })).toBe(0);
  expect(readdirSync(world.cwd).sort()).toEqual(['cdktf.out', 'payments.yaml']);
  expect(world.files('cdktf.out')).toEqual(before);
});

const built = existsSync(join(ROOT, 'dist/cli/kubewhere.js'));
const whenBuilt = built ? test : test.skip;
const label = built ? '' : ' (skipped: dist is not built)';

whenBuilt(`the built program decides, with a clean stderr${label}`, () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'decide', 'payments.yaml'], {
    cwd: world.cwd,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^payments-api\n/);
});

const whenFull = built && existsSync('/dev/full') ? test : test.skip;

whenFull(`the built program does not take a full disk for success${label}`, () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [BIN, 'decide', 'payments.yaml'], {
    cwd: world.cwd,
    encoding: 'utf8',
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  expect([status, stderr]).toEqual([
    74,
    'error: cannot write to the standard output: no space left on the disk\n',
  ]);
});

whenBuilt(`the built program writes all of what is longer than a pipe holds${label}`, async () => {
  const child = spawn(process.execPath, [BIN, 'decide', 'payments.yaml', '--format', 'json'], {
    cwd: world.cwd,
  });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect([status, text.length > 1_000_000, typeof JSON.parse(text)]).toEqual([0, true, 'object']);
});

whenBuilt(`the built program is silent when its reader goes away${label}`, async () => {
  const child = spawn(process.execPath, [BIN, 'decide', 'payments.yaml', '--format', 'json'], {
    cwd: world.cwd,
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect([status, stderr]).toEqual([0, '']);
});

whenBuilt(`a decision takes what the build compiled, and loads neither cdktf nor a provider${label}`, () => {
  const script = `
    const { readFileSync } = require('node:fs');
    const { load, setUp } = require(${JSON.stringify(join(ROOT, 'bin/engine.js'))});
    const dist = ${JSON.stringify(join(ROOT, 'dist/cli'))};
    setUp();
    const loaded = load(dist + '/kubewhere.js', readFileSync(dist + '/kubewhere.cache'));
    loaded.exports.run().then(() => {
      const packages = Object.keys(require.cache).filter((file) => /node_modules.(cdktf|constructs|@cdktf)/.test(file));
      process.stderr.write(JSON.stringify({ rejected: loaded.script.cachedDataRejected, packages }));
    });
  `;
  const { stderr } = spawnSync(
    process.execPath,
    ['--eval', script, '--', 'kubewhere', 'decide', 'payments.yaml'],
    {
      cwd: world.cwd,
      encoding: 'utf8',
    },
  );
  expect(stderr).toBe('{"rejected":false,"packages":[]}');
});
