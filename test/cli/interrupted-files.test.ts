import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { InterruptSignal } from '../../lib/cli/io';
import { REQUEST, World } from './world';

const ROOT = join(__dirname, '../..');

let world: World;
beforeEach(async () => {
  world = new World();
  world.write('payments.yaml', REQUEST);
  await world.run(['decide', 'payments.yaml', '--lock']);
});
afterEach(() => world.remove());

/** Sends a signal as soon as the program holds them back. */
function interruptWhileWriting(signal: InterruptSignal): void {
  setImmediate(() => {
    if (world.watching) world.interrupt(signal);
    else interruptWhileWriting(signal);
  });
}

/** Status, stderr and stdout of a process of its own. */
function runScript(script: string): readonly [number | null, string, string] {
  const args = ['--require', 'tsx/cjs', '--eval', script];
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  return [status, stderr, stdout];
}

const passing = (): readonly string[] => {
  const clusters: Record<string, { assessments: { candidate: { id: string }; rank?: number }[] }> =
    JSON.parse(world.stdout).clusters;
  return Object.values(clusters)
    .flatMap(({ assessments }) => assessments)
    .filter(({ rank }) => rank !== undefined)
    .map(({ candidate }) => candidate.id);
};

describe.each<[InterruptSignal, number, string]>([
  ['SIGINT', 130, 'error: interrupted; nothing was replaced\n'],
  ['SIGTERM', 143, 'error: terminated; nothing was replaced\n'],
])('a %s while a file is written', (signal, code, message) => {
  test(`ends decide --accept with ${code}, and the lock is the old one`, async () => {
    await world.run(['decide', 'payments.yaml', '--format', 'json']);
    const other = passing()[1] ?? '';
    const before = world.files();
    interruptWhileWriting(signal);
    expect(await world.run(['decide', 'payments.yaml', '--accept', other])).toBe(code);
    expect([world.stdout, world.stderr]).toEqual(['', message]);
    expect(world.files()).toEqual(before);
    expect(world.watching).toBe(false);
    expect(await world.run(['decide', 'payments.yaml', '--accept', other])).toBe(0);
    expect(JSON.parse(world.read('payments.lock.json')).clusters.api.candidate).toBe(other);
  });

  test(`ends catalog refresh with ${code}, and there is no overlay`, async () => {
    interruptWhileWriting(signal);
    const refreshPrices = async () => ({ overlay: 'apiVersion: x\n', summary: 'read', notes: [] });
    const args = ['catalog', 'refresh', '--provider', 'aws', '--out', 'prices.yaml'];
    expect(await world.run(args, { refreshPrices })).toBe(code);
    expect([world.stdout, world.stderr]).toEqual(['', message]);
    expect(readdirSync(world.cwd).sort()).toEqual(['payments.lock.json', 'payments.yaml']);
  });

  test('is held back until the file is whole, in a process of its own too', () => {
    const script = `
      const fs = require('node:fs');
      const { fsyncSync } = fs;
      fs.fsyncSync = (descriptor) => { process.kill(process.pid, '${signal}'); fsyncSync(descriptor); };
      const { main } = require('./lib/cli/main');
      const { processIo } = require('./lib/cli/process-io');
      main(['decide', '${world.path('payments.yaml')}', '--lock'], processIo()).then((code) => { process.exitCode = code; });
    `;
    const before = world.files();
    expect(runScript(script)).toEqual([code, message, '']);
    expect(world.files()).toEqual(before);
  }, 60_000);
});

test('a disk that is full half-way leaves the old lock, and is said with the name of the file', () => {
  const script = `
    const fs = require('node:fs');
    fs.fsyncSync = () => { throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' }); };
    const { main } = require('./lib/cli/main');
    const { processIo } = require('./lib/cli/process-io');
    main(['decide', '${world.path('payments.yaml')}', '--lock'], processIo()).then((code) => { process.exitCode = code; });
  `;
  const before = world.files();
  expect(runScript(script)).toEqual([
    74,
    `error: cannot write ${world.path('payments.lock.json')}: no space left on the disk; nothing was replaced\n`,
    '',
  ]);
  expect(world.files()).toEqual(before);
}, 60_000);
