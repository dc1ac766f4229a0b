import { readdirSync } from 'node:fs';
import { REQUEST, World } from './world';

const EKS = 'eks/eu-north-1/3-zones';
const GKE = 'gke/europe-west3/regional';

/** Two clusters that must not be in one region. */
const TWO = REQUEST.replace(
  'accounts:',
  `  standby:
    kubernetesVersion: "1.34"
    capacity: { cpu: 24, memoryGib: 96, pods: 200 }
    budget: { usdPerHour: 95 }
    residency: { data: { jurisdictions: [EU] } }
relations:
  - { primary: api, standby: standby, apart: [region] }
accounts:`,
);

let world: World;
beforeEach(() => {
  world = new World();
  world.write('payments.yaml', REQUEST);
});
afterEach(() => world.remove());

const lock = (): Record<string, { candidate: string; acceptedReason?: string }> =>
  JSON.parse(world.read('payments.lock.json')).clusters;
const accept = (...more: readonly string[]): Promise<number> =>
  world.run(['decide', 'payments.yaml', '--accept', ...more]);

test('locks what is accepted, also where there was no lock, with the reason', async () => {
  expect(await accept(GKE, '--reason', 'the team knows GKE')).toBe(0);
  expect(world.stderr).toBe('wrote payments.lock.json\n');
  expect(lock().api).toMatchObject({ candidate: GKE, acceptedReason: 'the team knows GKE' });
});

test('keeps to the lock for all other clusters', async () => {
  world.write('payments.yaml', TWO);
  await world.run(['decide', 'payments.yaml', '--platform', 'gke', '--lock']);
  const { api, standby } = lock();
  const other = standby?.candidate === EKS ? 'eks/eu-central-1/3-zones' : EKS;
  expect(await accept(`api=${other}`)).toBe(0);
  expect(world.stderr).toBe(`wrote payments.lock.json\nmoved api from ${api?.candidate} to ${other}\n`);
  expect(lock().standby?.candidate).toBe(standby?.candidate);
});

test('refuses what breaks a relation with a locked cluster, and leaves the lock as it is', async () => {
  world.write('payments.yaml', TWO);
  await world.run(['decide', 'payments.yaml', '--lock']);
  const before = world.read('payments.lock.json');
  const standby = lock().standby?.candidate ?? '';
  expect(await accept(`api=${standby}`)).toBe(3);
  expect(world.stderr).toBe('error: no place for payments-api; the lock was not written\n');
  expect(world.stdout.replaceAll(/\s+/g, ' ')).toContain(
    `'api' and 'standby' cannot be placed together: 'api' and 'standby' must not share a region; each could have ${standby.split('/')[1]}.`,
  );
  expect(world.read('payments.lock.json')).toBe(before);
});

test.each([
  [
    ['eks/eu-nort-1/3-zones'],
    "error: 'eks/eu-nort-1/3-zones' is no candidate for 'api'; did you mean 'eks/eu-north-1/3-zones'?; 'kubewhere decide FILE --all' lists them\n",
  ],
  [[`web=${EKS}`], "error: the cluster of '--accept' must be one of 'api'; found 'web'\n"],
  [[EKS, '--accept', GKE], "error: '--accept' names two candidates for 'api'; a cluster has one place\n"],
])('fails on %j', async (argv, message) => {
  expect(await accept(...argv)).toBe(2);
  expect(world.stderr).toBe(message);
  expect(readdirSync(world.cwd)).toEqual(['payments.yaml']);
});

test('fails when it is not said for which of several clusters', async () => {
  world.write('payments.yaml', TWO);
  expect(await accept(EKS)).toBe(2);
  expect(world.stderr).toBe(
    `error: '--accept ${EKS}' must say for which cluster, as in '--accept api=${EKS}'; the request has 'api', 'standby'\n`,
  );
});

test('refuses what breaks a rule that no reason lifts, and lists it', async () => {
  expect(await accept('eks/us-east-1/3-zones', '--reason', 'cheap')).toBe(3);
  expect(world.stderr).toMatch(
    /^data-residency: needs data in EU; found: US East \(N\. Virginia\), US.*\nerror: eks\/us-east-1\/3-zones cannot be accepted for 'api', since no reason lifts these rules; the lock was not written\n$/,
  );
  expect(readdirSync(world.cwd)).toEqual(['payments.yaml']);
});

test('wants a reason for a rule that one lifts', async () => {
  world.write('payments.yaml', REQUEST.replace('"1.34"', '"1.29"'));
  expect(await accept(EKS)).toBe(2);
  expect(world.stderr).toMatch(/^kubernetes-version: /);
  expect(world.stderr).toContain(
    `error: ${EKS} is accepted for 'api' with a reason only: say it with '--reason TEXT', and it goes into the lock; the lock was not written\n`,
  );
});

test('fails on a reason for nothing, and on a request without a file', async () => {
  expect(await world.run(['decide', 'payments.yaml', '--reason', 'why not'])).toBe(2);
  expect(world.stderr).toBe("error: '--reason' says why something is accepted; name it with '--accept ID'\n");
  world.stdin = [Buffer.from(REQUEST)];
  expect(await world.run(['decide', '-', '--accept', EKS])).toBe(2);
  expect(world.stderr).toBe(
    "error: '--accept' needs a request file to stand beside; save what comes through '-' first\n",
  );
});

test('is what is synthesized from then on', async () => {
  await accept(GKE, '--reason', 'the team knows GKE');
  expect(await world.run(['decide', 'payments.yaml', '--format', 'json'])).toBe(0);
  expect(JSON.parse(world.stdout).clusters.api.chosen).toBe(GKE);
});
