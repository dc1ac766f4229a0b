import { embeddedCatalog } from '../../lib/catalog';
import { serveAws } from '../refresh/price-servers';
import { World } from './world';

let world: World;

beforeEach(() => {
  world = new World();
});

afterEach(() => {
  world.remove();
});

const HEAD = 'apiVersion: kubewhere/overlay/v1\nsource: contract 4711\nasOf: "2026-10-01"\n';
const CHEAP = `${HEAD}machinePrices: { aws: { eu-central-1: { m7i.large: { usdPerHour: 0.09 } } } }\n`;

describe('kubewhere catalog show', () => {
  it('counts what is known, lists the sources and says what is not known', async () => {
    expect(await world.run(['catalog', 'show'])).toBe(0);
    expect(world.stderr).toBe('');
    expect(world.stdout).toMatch(
      /^Facts put together on 2026-11-24, sha256:[0-9a-f]{64}\.\n\nprovider {2}regions {2}restricted/,
    );
    expect(world.stdout).toMatch(/\naws +3 +0 +51 +34 +1,\d{3} +38\n/);
    expect(world.stdout).toMatch(/\naws-ec2 +2025-04-04 +EC2 on-demand Linux prices/);
  });

  it('shows one region with the source and the date of every figure', async () => {
    world.write('prices.yaml', CHEAP);
    expect(await world.run(['catalog', 'show', 'aws/eu-central-1', '--overlay', 'prices.yaml'])).toBe(0);
    expect(world.stdout).toMatch(
      /^aws\/eu-central-1: Europe \(Frankfurt\), Frankfurt\n {2}country DE, law EU, run by /,
    );
    expect(world.stdout).toMatch(/\nnatHour +\$0\.045 +hour +estimate +aws-network +2024-07-01\n/);
    expect(world.stdout).toMatch(/\nnatVmHour +not known\n/);
    expect(world.stdout).toMatch(
      /\nm7i\.large +2 +8 +\$0\.09 +\$0\.05313 +– +– +user +contract 4711 +2026-10-01\n/,
    );
    expect(world.stdout).toMatch(
      /\nm7i\.xlarge +4 +16 +\$0\.2415 +\S+ +\$0\.15975 +\$0\.10954 +list +aws-ec2 +2025-04-04\n/,
    );
  });

  it('sorts the regions of a machine type by price', async () => {
    world.write('prices.yaml', CHEAP);
    expect(
      await world.run([
        'catalog',
        'show',
        'aws',
        '--type',
        'm7i.large',
        '--overlay',
        'prices.yaml',
        '--json',
      ]),
    ).toBe(0);
    const rows: { place: string; onDemand: number; kind?: string }[] = JSON.parse(world.stdout);
    expect(rows[0]).toMatchObject({ place: 'aws/eu-central-1', onDemand: 90_000, kind: 'user' });
    expect(rows.map(({ onDemand }) => onDemand)).toEqual(
      rows.map(({ onDemand }) => onDemand).sort((a, b) => a - b),
    );
  });

  it('lists the regions of a provider', async () => {
    expect(await world.run(['catalog', 'show', 'gcp'])).toBe(0);
    expect(world.stdout.split('\n')).toHaveLength(6);
    expect(world.stdout).toMatch(/\neurope-west3 +Frankfurt +DE +EU +3 +275\.82 +\d+ +known +no\n/);
  });

  it.each([
    ['oracle', "error: the provider must be one of 'aws', 'gcp', 'azure'; found 'oracle'\n"],
    [
      'aws/eu-centrl-1',
      "error: 'eu-centrl-1' is no region of aws that is known here; did you mean 'eu-central-1'?; 'kubewhere catalog show aws' lists them\n",
    ],
  ])('fails on %s, naming what is known', async (place, message) => {
    expect(await world.run(['catalog', 'show', place])).toBe(2);
    expect(world.stderr).toBe(message);
    expect(world.stdout).toBe('');
  });

  it('fails on a machine type that nobody knows', async () => {
    expect(await world.run(['catalog', 'show', '--type', 'm7i.larg'])).toBe(2);
    expect(world.stderr).toBe(
      "error: 'm7i.larg' is no machine type that is known here; did you mean 'm7i.large'?\n",
    );
  });

  it('fails on an overlay with all its problems, located', async () => {
    world.write(
      'prices.yaml',
      `${HEAD}machinePrices: { aws: { eu-central-1: { m7i.larg: { usdPerHour: x } } } }\n`,
    );
    expect(await world.run(['catalog', 'show', '--overlay', 'prices.yaml'])).toBe(2);
    expect(world.stderr).toBe(`\
prices.yaml:4:41 machinePrices.aws.eu-central-1["m7i.larg"]: 'm7i.larg' is no machine type of aws that is known here; did you mean 'm7i.large'?
prices.yaml:4:65 machinePrices.aws.eu-central-1["m7i.larg"].usdPerHour: must be a number; found 'x'
error: 2 problems in prices.yaml; nothing was written
`);
  });

  it('fails on an overlay that is not there, or no text', async () => {
    expect(await world.run(['catalog', 'show', '--overlay', 'prices.yaml'])).toBe(2);
    expect(world.stderr).toBe('error: prices.yaml does not exist\n');
    world.write('prices.yaml', new Uint8Array([0, 1, 2]));
    expect(await world.run(['catalog', 'show', '--overlay', 'prices.yaml'])).toBe(2);
    expect(world.stderr).toBe('error: prices.yaml is a binary file, not an overlay\n');
  });
});

describe('kubewhere catalog check', () => {
  /** All regions: the world of the tests has prices of more than it has regions. */
  const check = (...flags: readonly string[]) =>
    world.run(['catalog', 'check', ...flags], { catalog: embeddedCatalog });

  it('finds nothing in an overlay that is plausible', async () => {
    world.write('prices.yaml', `${HEAD}discounts: [{ provider: aws, percent: 12 }]\n`);
    expect(await check('--overlay', 'prices.yaml')).toBe(0);
    expect([world.stdout, world.stderr]).toEqual(['', 'nothing was found\n']);
  });

  it('lists what cannot be right and ends with the code of a mistake', async () => {
    world.write(
      'prices.yaml',
      CHEAP.replace('usdPerHour: 0.09', 'usdPerHour: 0.09, committed1yUsdPerHour: 0.1'),
    );
    expect(await check('--overlay', 'prices.yaml')).toBe(2);
    expect(world.stdout).toBe(
      'price-order: aws/eu-central-1/m7i.large costs $0.10 for one year, not less than the $0.09 on demand\n',
    );
    expect(world.stderr).toBe('error: the catalogue has 1 finding\n');
  });

  it('judges ages on the day that it is told only', async () => {
    expect(await check('--on', '2026-11-24', '--max-age-days', '90')).toBe(2);
    expect(world.stdout).toMatch(
      /^age: aws-ec2 [\d]+ figures of 2025-04-04: 599 days old on 2026-11-24, at most 90 are allowed$/m,
    );
    expect(await check('--on', '2026-11-24', '--max-age-days', '4000')).toBe(0);
  });

  it.each([
    [['--on', 'soon'], "error: '--on' must be a day such as '2026-12-01', or 'today'; found 'soon'\n"],
    [['--max-age-days', '5'], "error: '--max-age-days' needs the day of '--on'; add '--on today'\n"],
    [
      ['--on', 'today', '--max-age-days', '-1'],
      "error: '--max-age-days' must be a whole number of days from 0; found '-1'\n",
    ],
  ])('fails on %j', async (flags, message) => {
    expect(await check(...flags)).toBe(2);
    expect(world.stderr).toBe(message);
  });
});

describe('kubewhere catalog refresh', () => {
  const ARGUMENTS = [
    'catalog',
    'refresh',
    '--provider',
    'aws',
    '--type',
    'm7i.large',
    '--region',
    'eu-central-1',
  ];

  it('writes what a price list says, which the next command takes as an overlay', async () => {
    const server = await serveAws();
    jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example' });
    try {
      expect(await world.run([...ARGUMENTS, '--out', 'prices.yaml', '--endpoint', server.url])).toBe(0);
      expect(world.stdout).toBe('prices.yaml\n');
      expect(world.stderr).toBe(
        'read 1 price of 1 machine type in 1 region and 8 other rates, as of 2026-11-20\n',
      );
      expect(await world.run(['catalog', 'show', 'aws/eu-central-1', '--overlay', 'prices.yaml'])).toBe(0);
      expect(world.stdout).toMatch(/\nm7i\.large .* list +aws-price-list-api +2026-11-20\n/);
      const before = world.read('prices.yaml');
      server.failures.push({ status: 400, body: { __type: 'AccessDeniedException', message: 'No.' } });
      expect(await world.run([...ARGUMENTS, '--out', 'prices.yaml', '--endpoint', server.url])).toBe(2);
      expect(world.stderr).toBe(
        'error: AWS denies access to its price list (No.); the credentials need the permission pricing:GetProducts; nothing was written\n',
      );
      expect(world.read('prices.yaml')).toBe(before);
    } finally {
      await server.close();
      jest.restoreAllMocks();
      delete process.env.AWS_ACCESS_KEY_ID;
      delete process.env.AWS_SECRET_ACCESS_KEY;
    }
  });

  it('replaces no file that is no overlay', async () => {
    world.write('notes.txt', 'dear diary\n');
    expect(await world.run([...ARGUMENTS, '--out', 'notes.txt'])).toBe(2);
    expect(world.stderr).toBe(
      "error: '--out' (notes.txt) holds something else than an overlay; choose another file\n",
    );
    expect(world.read('notes.txt')).toBe('dear diary\n');
  });

  it.each([
    [
      ['--provider', 'azure', '--out', 'a.yaml'],
      "error: '--provider' must be one of 'aws', 'gcp'; found 'azure'\n",
    ],
    [
      ['--provider', 'aws', '--region', 'eu-centrl-1', '--out', 'a.yaml'],
      "error: '--region' must be a region of aws that is known here; found 'eu-centrl-1'; did you mean 'eu-central-1'?\n",
    ],
    [
      ['--provider', 'gcp', '--type', 'e2-standard-3', '--out', 'a.yaml'],
      "error: '--type' must be a machine type of gcp that is known here; found 'e2-standard-3'; did you mean 'e2-standard-2'?\n",
    ],
    [
      ['--provider', 'aws', '--endpoint', 'proxy', '--out', 'a.yaml'],
      "error: '--endpoint' must be an address such as 'https://proxy.example'; found 'proxy'\n",
    ],
    [['--provider', 'aws', '--out', '-'], "error: '--out' must be the name of a file\n"],
  ])('fails on %j before anything is asked', async (flags, message) => {
    expect(await world.run(['catalog', 'refresh', ...flags])).toBe(2);
    expect(world.stderr).toBe(message);
  });

  it('says what to install where the client is missing', async () => {
    const { loadClient } = jest.requireActual<typeof import('../../lib/refresh/refresh-error')>(
      '../../lib/refresh/refresh-error',
    );
    const missing = Object.assign(new Error("Cannot find module '@aws-sdk/client-pricing'"), {
      code: 'MODULE_NOT_FOUND',
    });
    const refreshPrices = async () =>
      loadClient('@aws-sdk/client-pricing', () => {
        throw missing;
      });
    expect(await world.run([...ARGUMENTS, '--out', 'prices.yaml'], { refreshPrices })).toBe(2);
    expect(world.stderr).toBe(
      "error: this needs the package @aws-sdk/client-pricing, which is not installed; run 'npm install @aws-sdk/client-pricing'; nothing was written\n",
    );
  });
});
