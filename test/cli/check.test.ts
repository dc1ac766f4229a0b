import { embeddedCatalog } from '../../lib/catalog';
import type { Catalog } from '../../lib/catalog/types';
import { withHash } from '../decision/small-catalog';
import { REQUEST, World } from './world';

const EMBEDDED = embeddedCatalog();
const REGIONS = ['eu-central-1', 'eu-north-1', 'europe-west3'];
const CATALOG = withHash({
  ...EMBEDDED,
  regions: EMBEDDED.regions.filter(({ id }) => REGIONS.includes(id)),
});

/** The same with every machine of a place so many times as dear. */
function dearer(place: string, times: number): Catalog {
  const rows = (CATALOG.machinePrices[place] ?? []).map((row) => ({
    ...row,
    onDemand: Math.round(row.onDemand * times),
  }));
  return withHash({ ...CATALOG, machinePrices: { ...CATALOG.machinePrices, [place]: rows } });
}

let world: World;
beforeEach(() => {
  world = new World();
  world.write('payments.yaml', REQUEST);
});
afterEach(() => world.remove());

const run = (argv: readonly string[], catalog: Catalog = CATALOG): Promise<number> =>
  world.run(argv, { catalog: () => catalog });
const lockedTo = (): string => JSON.parse(world.read('payments.lock.json')).clusters.api.candidate;
const placeOf = (id: string): string => {
  const [platform, region] = id.split('/');
  return `${platform === 'eks' ? 'aws' : 'gcp'}/${region}`;
};

test('goes through the life of a lock: written, overtaken, accepted, refuted', async () => {
  expect(await run(['decide', 'payments.yaml', '--lock'])).toBe(0);
  const first = lockedTo();
  expect(await run(['check', 'payments.yaml'])).toBe(0);
  expect(world.stdout).toBe(
    `Nothing has changed since the lock was written.\n\npayments-api  unchanged\n  locked  ${first}\n`,
  );
  expect(world.stderr).toBe('');

  const dear = dearer(placeOf(first), 3);
  expect(await run(['check', 'payments.yaml'], dear)).toBe(4);
  expect(world.stdout).toMatch(
    /^Changed since the lock was written: catalog\.\n\npayments-api {2}better-exists\n/,
  );
  expect(world.stdout).toMatch(/\n {2}first {3}\S+, \$[\d,.]+ a month less in money and hours\n/);
  expect(world.stdout).toMatch(
    /\n {2}moving {2}\$[\d,.]+ once \(\$3,800\.00 for 40\.0 hours, .*\); pays back after \d+ of 36 months: worth moving\n/,
  );
  expect(world.stderr).toBe(
    "another candidate is first for 'api'; nothing moves until 'kubewhere decide payments.yaml --accept ID'\n",
  );
  expect(lockedTo()).toBe(first);

  await run(['check', 'payments.yaml', '--json'], dear);
  const better: string = JSON.parse(world.stdout).clusters[0].first;
  expect(await run(['decide', 'payments.yaml', '--accept', better], dear)).toBe(0);
  expect(world.stderr).toBe(`wrote payments.lock.json\nmoved api from ${first} to ${better}\n`);
  expect(await run(['check', 'payments.yaml'], dear)).toBe(0);
  expect(world.stdout).toContain('payments-api  unchanged\n');

  const region = better.split('/')[1];
  world.write(
    'payments.yaml',
    REQUEST.replace('    residency', `    places: { deny: [${region}] }\n    residency`),
  );
  expect(await run(['check', 'payments.yaml'], dear)).toBe(5);
  expect(world.stdout).toContain('payments-api  refuted\n');
  expect(world.stdout).toContain(`place-allowed (needs any place but ${region}; found: ${region})`);
  expect(world.stderr).toBe("error: 'api' may not stay where the lock has it\n");
});

test('ends with 4 for a better one that is not worth a move, but for --worth-moving', async () => {
  const costly = REQUEST.replace('    residency', '    planning: { moving: { hours: 9000 } }\n    residency');
  world.write('payments.yaml', costly);
  await run(['decide', 'payments.yaml', '--lock']);
  const dear = dearer(placeOf(lockedTo()), 2);
  expect(await run(['check', 'payments.yaml'], dear)).toBe(4);
  expect(world.stdout).toMatch(
    /; does not pay back within the 36 months planned, for it takes [\d,]+ months: not worth moving\n/,
  );
  expect(await run(['check', 'payments.yaml', '--worth-moving'], dear)).toBe(0);
  expect(world.stderr).toBe('');
});

test('prints the check as JSON, and the same bytes twice', async () => {
  await run(['decide', 'payments.yaml', '--lock']);
  await run(['check', 'payments.yaml', '--json']);
  const text = world.stdout;
  expect(JSON.parse(text)).toMatchObject({
    schema: 'kubewhere/check/v1',
    outcome: 'holds',
    clusters: [{ clusterKey: 'api', status: 'unchanged', locked: lockedTo(), movingPays: false }],
  });
  await run(['check', 'payments.yaml', '--json']);
  expect(world.stdout).toBe(text);
});

test('fails without a lock, and says how to get one', async () => {
  expect(await run(['check', 'payments.yaml'])).toBe(2);
  expect(world.stderr).toBe(
    "error: payments.lock.json does not exist, so there is nothing to check; write it with 'kubewhere decide payments.yaml --lock'\n",
  );
  world.stdin = [Buffer.from(REQUEST)];
  expect(await run(['check', '-'])).toBe(2);
  expect(world.stderr).toBe("error: 'check' needs a request file with a lock beside it; '-' has none\n");
});

test('fails when a cluster is in no lock', async () => {
  await run(['decide', 'payments.yaml', '--lock']);
  world.write(
    'payments.yaml',
    REQUEST.replace(
      'accounts:',
      '  web: { kubernetesVersion: "1.34", capacity: { cpu: 4, memoryGib: 16, pods: 50 }, budget: { usdPerHour: 95 } }\naccounts:',
    ),
  );
  expect(await run(['check', 'payments.yaml'])).toBe(2);
  expect(world.stdout).toContain('payments-web  new\n');
  expect(world.stderr).toBe(
    "error: 'web' is in no lock; 'kubewhere decide payments.yaml --lock' decides all afresh and locks it\n",
  );
});

test('says what left the request, and ends with 0', async () => {
  await run(['decide', 'payments.yaml', '--lock']);
  const two = JSON.parse(world.read('payments.lock.json'));
  world.write(
    'payments.lock.json',
    JSON.stringify({ ...two, clusters: { ...two.clusters, old: two.clusters.api } }),
  );
  expect(await run(['check', 'payments.yaml'])).toBe(0);
  expect(world.stdout).toContain(
    'payments-old  gone\n  locked  ' +
      `${lockedTo()}\n  the request does not have it any more; what it built keeps running until it is destroyed\n`,
  );
});
