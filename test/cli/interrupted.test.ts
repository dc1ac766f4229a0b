import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InterruptSignal } from '../../lib/cli/io';
import type { Synthesis } from '../../lib/cli/tools';
import { REQUEST, World } from './world';

let world: World;
beforeEach(async () => {
  world = new World();
  world.write('payments.yaml', REQUEST);
  await world.run(['synth', 'payments.yaml'], { synthesize: synthesize('old') });
});
afterEach(() => world.remove());

/** Writes one file of the output, then does what is asked, then the other. */
const synthesize =
  (text: string, between: (outdir: string) => void = () => undefined) =>
  ({ outdir }: Synthesis) => {
    mkdirSync(join(outdir, 'stacks/one'), { recursive: true });
    writeFileSync(join(outdir, 'stacks/one/cdk.tf.json'), text);
    between(outdir);
    writeFileSync(join(outdir, 'manifest.json'), text);
    return { stacks: [{ name: 'one', clusterKey: 'api', platform: 'eks' }] };
  };

const deadPid = () => spawnSync(process.execPath, ['-e', '0']).pid;

test('leaves the previous output byte-identical when the synthesis fails half-way', async () => {
  const before = world.files();
  const fails = synthesize('new', () => {
    throw new Error('half-way');
  });
  expect(await world.run(['synth', 'payments.yaml'], { synthesize: fails })).toBe(70);
  expect(world.files()).toEqual(before);
  expect(world.watching).toBe(false);
});

test.each<[InterruptSignal, number, string]>([
  ['SIGINT', 130, 'error: interrupted; nothing was replaced\n'],
  ['SIGTERM', 143, 'error: terminated; nothing was replaced\n'],
])('leaves the previous output byte-identical on %s and ends with %d', async (signal, code, message) => {
  const before = world.files();
  const interrupted = synthesize('new', () => world.interrupt(signal));
  expect(await world.run(['synth', 'payments.yaml'], { synthesize: interrupted })).toBe(code);
  expect(world.files()).toEqual(before);
  expect(world.stderr).toBe(message);
  expect(world.watching).toBe(false);
});

test('removes what a killed process left, and leaves alone what a running one writes', async () => {
  const dead = `.cdktf.out.${deadPid()}.tmp`;
  const running = `.cdktf.out.${process.ppid}.tmp`;
  for (const name of [dead, running, '.cdktf.out.notes.tmp', '.other.1.tmp']) mkdirSync(world.path(name));
  writeFileSync(world.path(`${dead}/half`), 'half');
  expect(await world.run(['synth', 'payments.yaml'], { synthesize: synthesize('new') })).toBe(0);
  expect(readdirSync(world.cwd).sort()).toEqual(
    [running, '.cdktf.out.notes.tmp', '.other.1.tmp', 'cdktf.out', 'payments.yaml'].sort(),
  );
});

test('puts the previous output back when a process was killed in the moment of the exchange', async () => {
  const before = world.files();
  const pid = deadPid();
  renameSync(world.path('cdktf.out'), world.path(`.cdktf.out.${pid}.old`));
  mkdirSync(world.path(`.cdktf.out.${pid}.tmp`));
  const fails = synthesize('new', () => {
    throw new Error('half-way');
  });
  expect(await world.run(['synth', 'payments.yaml'], { synthesize: fails })).toBe(70);
  expect(world.files()).toEqual(before);
});

test('puts the previous output back when the new one cannot take its place', async () => {
  const before = world.files();
  // the staged folder vanishes between the two renames' checks: the second rename fails
  const vanishes = synthesize('new', (outdir) => {
    setImmediate(() => renameSync(outdir, `${outdir}.gone`));
  });
  expect(await world.run(['synth', 'payments.yaml'], { synthesize: vanishes })).not.toBe(0);
  const { [`.cdktf.out.${process.pid}.tmp.gone/manifest.json`]: gone, ...rest } = world.files();
  expect(gone).toBe('new');
  expect(Object.fromEntries(Object.entries(rest).filter(([name]) => !name.includes('.gone/')))).toEqual(
    before,
  );
});

test('says that the system refused, with a code of its own', async () => {
  const before = world.files();
  const full = synthesize('new', (outdir) => {
    throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: join(outdir, 'manifest.json') });
  });
  expect(await world.run(['synth', 'payments.yaml'], { synthesize: full })).toBe(74);
  expect(world.stderr).toMatch(
    /^error: cannot write \/.*\/cdktf\.out\/manifest\.json: no space left on the disk; nothing was replaced\n$/,
  );
  expect(world.files()).toEqual(before);
});

test('names the output where the system does not say what it could not write', async () => {
  const before = world.files();
  const full = synthesize('new', () => {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  });
  expect(await world.run(['synth', 'payments.yaml'], { synthesize: full })).toBe(74);
  expect(world.stderr).toBe(
    `error: cannot write ${world.path('cdktf.out')}: no space left on the disk; nothing was replaced\n`,
  );
  expect(world.files()).toEqual(before);
});
