import { mkdirSync } from 'node:fs';
import { IMPOSSIBLE, REQUEST, World } from './world';

let world: World;
beforeEach(() => {
  world = new World();
  world.write('payments.yaml', REQUEST);
});
afterEach(() => world.remove());

const CHOSEN = /^> eks {2,}[a-z0-9-]+ {2,}.*\$[\d,]+\.\d\d .* chosen/m;

describe('kubewhere decide', () => {
  test('prints a table and ends with 0', async () => {
    expect(await world.run(['decide', 'payments.yaml'])).toBe(0);
    expect(world.stdout).toMatch(/^payments-api\n {2}eks\//);
    expect(world.stdout).toMatch(CHOSEN);
    expect(world.stderr).toBe('');
    expect(Object.keys(world.files())).toEqual(['payments.yaml']);
  });

  test('prints the same bytes twice', async () => {
    await world.run(['decide', 'payments.yaml', '--all']);
    const first = world.stdout;
    await world.run(['decide', 'payments.yaml', '--all']);
    expect(world.stdout).toBe(first);
  });

  test('refuses a reason for a rule that no reason lifts', async () => {
    world.write(
      'hard.yaml',
      [
        'apiVersion: kubewhere/v1',
        'name: hard',
        'planDate: "2026-12-01"',
        'clusters:',
        '  api:',
        '    kubernetesVersion: "1.34"',
        '    capacity: { cpu: 1, memoryGib: 1, pods: 1 }',
        '    budget: { usdPerHour: 95 }',
        '    overrides: { data-residency: nobody minds, price-age: nothing newer }',
      ].join('\n'),
    );
    expect(await world.run(['decide', 'hard.yaml'])).toBe(2);
    expect(world.stderr).toContain(
      "hard.yaml:9:18 clusters.api.overrides.data-residency: must be the id of a rule that a reason lifts, one of 'telemetry-residency', ",
    );
    expect(world.stderr).toContain('1 problem in hard.yaml; nothing was written');
  });

  test('shows every candidate with --all', async () => {
    await world.run(['decide', 'payments.yaml', '--all']);
    const all = world.stdout.split('\n').length;
    await world.run(['decide', 'payments.yaml']);
    expect(world.stdout.split('\n').length).toBeLessThan(all);
  });

  test('prints the whole decision as JSON', async () => {
    expect(await world.run(['decide', 'payments.yaml', '--format', 'json'])).toBe(0);
    const decision = JSON.parse(world.stdout);
    expect(decision.schema).toBe('kubewhere/decision/v1');
    expect(decision.clusters.api.assessments.length).toBeGreaterThan(6);
    expect(world.stderr).toBe('');
  });

  test('prints a page of Markdown', async () => {
    expect(await world.run(['decide', 'payments.yaml', '--format', 'markdown'])).toBe(0);
    expect(world.stdout).toMatch(/^# Where payments runs\n\n## payments-api\n\n\*\*Chosen:\*\* eks\//);
    expect(world.stdout).toContain('| **Total** |');
  });

  test('builds on the platform that is asked for, and says what it breaks', async () => {
    expect(await world.run(['decide', 'payments.yaml', '--platform', 'gke'])).toBe(0);
    expect(world.stdout).toMatch(/^ {2}gke\//m);
    expect(world.stdout).toContain("Override: platform 'gke' was asked for;");
  });

  test('ends with 3 when nothing passes, and says on stdout what it would take', async () => {
    world.write('payments.yaml', IMPOSSIBLE);
    expect(await world.run(['decide', 'payments.yaml'])).toBe(3);
    expect(world.stdout).toContain('What it would take');
    expect(world.stdout).toContain('money-budget');
    expect(world.stderr).toBe('error: no place for payments-api\n');
  });

  test('reads the standard input', async () => {
    world.stdin = [Buffer.from(REQUEST.slice(0, 100)), Buffer.from(REQUEST.slice(100))];
    expect(await world.run(['decide', '-'])).toBe(0);
    expect(world.stdout).toMatch(CHOSEN);
    expect(world.stderr).toBe('');
  });

  test('says that it waits when the standard input is a terminal', async () => {
    world.stdinIsTTY = true;
    world.stdin = [Buffer.from(REQUEST)];
    expect(await world.run(['decide', '-'])).toBe(0);
    expect(world.stderr).toBe('reading the request from the terminal; end it with Ctrl-D\n');
  });
});

describe('a wrong request', () => {
  test('gets every problem with its place, and ends with 2', async () => {
    world.write('payments.yaml', REQUEST.replace('cpu: 24', 'cpu: many').replace('residency', 'residenzy'));
    expect(await world.run(['decide', 'payments.yaml'])).toBe(2);
    const lines = world.stderr.split('\n');
    expect(lines[0]).toMatch(/^payments\.yaml:7:22 clusters\.api\.capacity\.cpu: /);
    expect(lines[1]).toMatch(/^payments\.yaml:9:5 clusters\.api\.residenzy: .*did you mean 'residency'\?$/);
    expect(lines.slice(2)).toEqual(['error: 2 problems in payments.yaml; nothing was written', '']);
    expect(world.stdout).toBe('');
  });

  test('is called <stdin> when it comes from there', async () => {
    world.stdin = [Buffer.from('name: [')];
    expect(await world.run(['decide', '-'])).toBe(2);
    expect(world.stderr).toMatch(/^<stdin>:1:\d+ /);
  });

  test.each([
    ['', 'error: the name of the request file is empty\n'],
    ['absent.yaml', 'error: absent.yaml does not exist\n'],
    ['folder', 'error: folder is a folder; name the request file in it\n'],
    ['payments.yaml/x', 'error: cannot read payments.yaml/x: a part of the path is not a folder\n'],
    ['binary', 'error: binary is a binary file, not a request\n'],
    ['latin1', 'error: latin1 is not UTF-8 text; save it as UTF-8\n'],
    ['/dev/zero', 'error: /dev/zero is larger than 4 MiB; a request is never\n'],
  ])('fails in one line when the file is %s', async (file, message) => {
    mkdirSync(world.path('folder'));
    world.write('binary', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1]));
    world.write('latin1', new Uint8Array([0x6e, 0xe4, 0x68, 0x65]));
    expect(await world.run(['decide', file])).toBe(2);
    expect(world.stderr).toBe(message);
    expect(world.stdout).toBe('');
  });

  test('fails when the standard input is endless', async () => {
    world.stdin = Array.from({ length: 5 }, () => new Uint8Array(1024 * 1024).fill(0x20));
    expect(await world.run(['decide', '-'])).toBe(2);
    expect(world.stderr).toBe('error: <stdin> is larger than 4 MiB; a request is never\n');
  });
});

describe('colour', () => {
  const ESCAPE = '\u001b[';
  const coloured = async (argv: readonly string[] = ['decide', 'payments.yaml']) => {
    await world.run(argv);
    return world.stdout.includes(ESCAPE);
  };

  test('is for terminals', async () => {
    expect(await coloured()).toBe(false);
    world.isTTY = true;
    expect(await coloured()).toBe(true);
  });

  test('is never there with NO_COLOR or on a dumb terminal', async () => {
    world.isTTY = true;
    world.env.TERM = 'dumb';
    expect(await coloured()).toBe(false);
    world.env.TERM = 'xterm';
    world.env.NO_COLOR = '1';
    world.env.FORCE_COLOR = '1';
    expect(await coloured()).toBe(false);
  });

  test('is in a pipe with FORCE_COLOR, unless that is 0', async () => {
    world.env.FORCE_COLOR = '1';
    expect(await coloured()).toBe(true);
    world.env.FORCE_COLOR = '0';
    world.isTTY = true;
    expect(await coloured()).toBe(false);
  });

  test('is never in JSON or Markdown', async () => {
    world.env.FORCE_COLOR = '1';
    expect(await coloured(['decide', 'payments.yaml', '--format', 'json'])).toBe(false);
    expect(await coloured(['decide', 'payments.yaml', '--format', 'markdown'])).toBe(false);
  });

  test('changes no word of the table', async () => {
    await world.run(['decide', 'payments.yaml']);
    const plain = world.stdout;
    world.env.FORCE_COLOR = '1';
    await world.run(['decide', 'payments.yaml']);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is taken out
    expect(world.stdout.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '')).toBe(plain);
  });

  test('follows the width of the terminal', async () => {
    world.columns = 80;
    await world.run(['decide', 'payments.yaml', '--all']);
    expect(Math.max(...world.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});
