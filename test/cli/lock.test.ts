import { readdirSync } from 'node:fs';
import { IMPOSSIBLE, REQUEST, World } from './world';

let world: World;
beforeEach(() => {
  world = new World();
  world.write('payments.yaml', REQUEST);
});
afterEach(() => world.remove());

const chosen = () => JSON.parse(world.stdout).clusters.api.chosen as string;

test('writes the lock beside the request on --lock, and nothing else', async () => {
  expect(await world.run(['decide', 'payments.yaml', '--lock', '--format', 'json'])).toBe(0);
  expect(world.stderr).toBe('wrote payments.lock.json\n');
  expect(readdirSync(world.cwd).sort()).toEqual(['payments.lock.json', 'payments.yaml']);
  const lock = JSON.parse(world.read('payments.lock.json'));
  expect(lock.schema).toBe('kubewhere/lock/v1');
  expect(lock.clusters.api.candidate).toBe(chosen());
});

test('keeps to a lock until --lock decides afresh and says what moved', async () => {
  await world.run(['decide', 'payments.yaml', '--platform', 'gke', '--lock', '--format', 'json']);
  const locked = chosen();
  expect(locked).toMatch(/^gke\//);
  expect(await world.run(['decide', 'payments.yaml', '--format', 'json'])).toBe(0);
  expect(chosen()).toBe(locked);
  expect(await world.run(['decide', 'payments.yaml', '--format', 'json', '--lock'])).toBe(0);
  expect(chosen()).toMatch(/^eks\//);
  expect(world.stderr).toBe(`wrote payments.lock.json\nmoved api from ${locked} to ${chosen()}\n`);
});

test('writes the same bytes for the same request', async () => {
  await world.run(['decide', 'payments.yaml', '--lock']);
  const first = world.read('payments.lock.json');
  await world.run(['decide', 'payments.yaml', '--lock']);
  expect(world.read('payments.lock.json')).toBe(first);
});

test('fails on a lock that cannot be read, because to go on without it could move a cluster', async () => {
  world.write('payments.lock.json', '{ "schema": 1');
  expect(await world.run(['decide', 'payments.yaml'])).toBe(2);
  expect(world.stderr).toBe(
    'error: payments.lock.json is no lock that kubewhere wrote: it is not JSON; restore it from version control, or delete it to decide afresh\n',
  );
});

test('fails on the lock of a request with another name, whose clusters are others', async () => {
  await world.run(['decide', 'payments.yaml', '--lock']);
  world.write('payments.yaml', REQUEST.replace('name: payments', 'name: orders'));
  for (const argv of [['decide'], ['decide', '--lock'], ['synth']]) {
    expect(await world.run([...argv, 'payments.yaml'])).toBe(2);
    expect(world.stderr).toBe(
      "error: payments.lock.json belongs to the request 'payments', and payments.yaml is named 'orders'; put the right lock beside it, or delete this one to decide afresh\n",
    );
  }
});

test('says which clusters leave the lock', async () => {
  await world.run(['decide', 'payments.yaml', '--lock']);
  world.write('payments.yaml', REQUEST.replace('  api:', '  web:'));
  expect(await world.run(['decide', 'payments.yaml', '--lock'])).toBe(0);
  expect(world.stderr).toBe('wrote payments.lock.json\ndropped api, which is not in the request\n');
});

test('leaves the lock as it is when nothing passes', async () => {
  await world.run(['decide', 'payments.yaml', '--lock']);
  const before = world.read('payments.lock.json');
  world.write('payments.yaml', IMPOSSIBLE);
  expect(await world.run(['decide', 'payments.yaml', '--lock'])).toBe(3);
  expect(world.stderr).toBe('error: no place for payments-api; the lock was not written\n');
  expect(world.read('payments.lock.json')).toBe(before);
});

test('fails when the request has no file for a lock to stand beside', async () => {
  world.stdin = [Buffer.from(REQUEST)];
  expect(await world.run(['decide', '-', '--lock'])).toBe(2);
  expect(world.stderr).toBe(
    "error: '--lock' needs a request file to stand beside; save what comes through '-' first\n",
  );
});
