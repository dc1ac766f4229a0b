import { mkdirSync } from 'node:fs';
import { REQUEST, World } from './world';

const CHEAP_AWS = `\
apiVersion: kubewhere/overlay/v1
source: contract 4711
asOf: "2026-10-01"
discounts:
  - { provider: aws, percent: 90 }
`;

let world: World;
beforeEach(() => {
  world = new World();
  mkdirSync(world.path('clusters'));
  world.write('clusters/payments.yaml', REQUEST.replace('"1.34"', '"1.35"'));
});
afterEach(() => world.remove());

const chosen = async (...more: readonly string[]): Promise<string> => {
  expect([
    await world.run(['decide', 'clusters/payments.yaml', '--format', 'json', ...more]),
    world.stderr,
  ]).toEqual([0, '']);
  return JSON.parse(world.stdout).clusters.api.chosen;
};

test('arguments name overlays from the working folder, the request from beside it', async () => {
  expect(await chosen()).toMatch(/^gke\//);
  world.write('prices.yaml', CHEAP_AWS);
  expect(await chosen('--overlay', 'prices.yaml')).toMatch(/^eks\//);
  expect(JSON.parse(world.stdout).catalog.overlay).toMatch(/^sha256:[0-9a-f]{64}$/);

  world.write('clusters/own.yaml', CHEAP_AWS);
  world.write('clusters/payments.yaml', `${REQUEST.replace('"1.34"', '"1.35"')}overlays: [own.yaml]\n`);
  expect(await chosen()).toMatch(/^eks\//);
});

test('the lock and its check know the overlay', async () => {
  world.write('prices.yaml', CHEAP_AWS);
  await world.run(['decide', 'clusters/payments.yaml', '--lock']);
  expect(await world.run(['check', 'clusters/payments.yaml', '--overlay', 'prices.yaml'])).toBe(4);
  expect(world.stdout).toMatch(/^Changed since the lock was written: catalog, overlay\.\n/);
});

test('fails on an overlay that is wrong, or not there', async () => {
  world.write('prices.yaml', CHEAP_AWS.replace('90', 'many'));
  expect(await world.run(['decide', 'clusters/payments.yaml', '--overlay', 'prices.yaml'])).toBe(2);
  expect(world.stderr).toMatch(/^prices\.yaml:5:\d+ discounts\[0\]\.\S+: /);
  expect(world.stderr).toMatch(/\nerror: 1 problem in prices\.yaml; nothing was written\n$/);
  expect(await world.run(['synth', 'clusters/payments.yaml', '--overlay', 'absent.yaml'])).toBe(2);
  expect(world.stderr).toBe('error: absent.yaml does not exist\n');
});

test('tells all that is wrong with a request, also where it names an overlay', async () => {
  world.write('clusters/payments.yaml', `${REQUEST.replace('cpu: 24', 'cpu: many')}overlays: [own.yaml]\n`);
  expect(await world.run(['decide', 'clusters/payments.yaml'])).toBe(2);
  expect(world.stderr).toMatch(/^clusters\/payments\.yaml:7:22 clusters\.api\.capacity\.cpu: /);
});
