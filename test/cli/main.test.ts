import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, EXIT_CODE_TABLE } from '../../lib/cli/exit-codes';
import { World } from './world';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.remove());

test('prints the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
  expect(await world.run(['--version'])).toBe(0);
  expect(world.stdout).toBe(`${version}\n`);
});

test('prints help with examples and every exit code', async () => {
  expect(await world.run(['--help'])).toBe(0);
  expect(world.stdout).toContain('Examples:\n  kubewhere decide payments.yaml');
  for (const { code, meaning } of EXIT_CODE_TABLE) expect(world.stdout).toContain(`${code}  ${meaning}\n`);
  expect(world.stderr).toBe('');
});

test.each(['decide', 'synth', 'check', 'schema'])('prints help of %s with examples', async (command) => {
  expect(await world.run([command, '--help'])).toBe(0);
  expect(world.stdout).toContain(`Usage: kubewhere ${command}`);
  expect(world.stdout).toContain('Examples:\n');
});

test('lists every exit code once', () => {
  expect(EXIT_CODE_TABLE.map(({ code }) => code)).toEqual(Object.values(EXIT));
});

test('prints help on stderr and ends with 2 when nothing is asked', async () => {
  expect(await world.run([])).toBe(2);
  expect(world.stdout).toBe('');
  expect(world.stderr).toMatch(/^Usage: kubewhere/);
});

test.each([
  [['decid', 'x'], "error: unknown command 'decid'\n(Did you mean decide?)\n"],
  [['decide', 'x', '--formt', 'json'], "error: unknown option '--formt'\n(Did you mean --format?)\n"],
  [['decide'], "error: missing required argument 'file'\n"],
  [['decide', 'x', 'y'], "error: too many arguments for 'decide'. Expected 1 argument but got 2.\n"],
])('answers %j with what was meant', async (argv, message) => {
  expect(await world.run(argv)).toBe(2);
  expect(world.stderr).toBe(`${message}Run 'kubewhere --help' for what there is.\n`);
  expect(world.stdout).toBe('');
});

test.each([
  [
    ['decide', 'x', '--format', 'jsn'],
    "error: '--format' must be one of 'table', 'json', 'record', 'markdown'; found 'jsn'; did you mean 'json'?\n",
  ],
  [
    ['synth', 'x', '--platform', 'EKS'],
    "error: '--platform' must be one of 'eks', 'gke', 'on-prem', 'self-managed-ec2', 'aks'; found 'EKS'; did you mean 'eks'?\n",
  ],
  [
    ['synth', 'x', '--platform', 'nomad-cluster'],
    "error: '--platform' must be one of 'eks', 'gke', 'on-prem', 'self-managed-ec2', 'aks'; found 'nomad-cluster'\n",
  ],
])('answers the value in %j with what is allowed', async (argv, message) => {
  expect(await world.run(argv)).toBe(2);
  expect(world.stderr).toBe(message);
});

test('prints the JSON Schema of a request', async () => {
  expect(await world.run(['schema'])).toBe(0);
  expect(JSON.parse(world.stdout).$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(world.stderr).toBe('');
});

test('what constructs refuse at synthesis is told as the mistake in the request that it is', async () => {
  const tools = {
    requestJsonSchema: () => {
      throw new Error(
        "Validation failed with the following errors:\n  [a-cluster/Cluster] 'podCidr' is too narrow\n  [b-cluster/Cluster] too\u001b long\n\nIf you wish to ignore these validations, pass 'skipValidation: true' to your App configuration.\n",
      );
    },
  };
  expect(await world.run(['schema'], tools)).toBe(2);
  expect(world.stderr).toBe(`\
[a-cluster/Cluster] 'podCidr' is too narrow
[b-cluster/Cluster] too\\x1b long
error: what was decided cannot be defined with this request; nothing was written
`);
});

describe('a bug', () => {
  const tools = {
    requestJsonSchema: () => {
      throw new TypeError('x is not a function\nat all');
    },
  };

  test('is told in one line without a stack', async () => {
    expect(await world.run(['schema'], tools)).toBe(70);
    expect(world.stderr).toMatch(
      /^error: this is a bug in kubewhere \(TypeError: x is not a function\); please report it to .+ with the output of KUBEWHERE_DEBUG=1\n$/,
    );
    expect(world.stdout).toBe('');
  });

  test('shows its stack with KUBEWHERE_DEBUG=1', async () => {
    world.env.KUBEWHERE_DEBUG = '1';
    expect(await world.run(['schema'], tools)).toBe(70);
    expect(world.stderr).toContain('main.test.ts');
  });

  test('is told even when it is no error', async () => {
    const throws = {
      requestJsonSchema: () => {
        throw 'nothing';
      },
    };
    expect(await world.run(['schema'], throws)).toBe(70);
    expect(world.stderr).toMatch(/^error: this is a bug in kubewhere \(nothing\)/);
  });
});

test('lets no escape code of a file name or a request reach the terminal', async () => {
  expect(await world.run(['decide', '\u001b[31mred'])).toBe(2);
  expect(world.stderr).toBe('error: \\x1b[31mred does not exist\n');
});
