import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { builtInPlatforms } from '../lib/fleet';

const ROOT = join(__dirname, '..');

function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const exists = (file: string): boolean => statSync(join(ROOT, file), { throwIfNoEntry: false }) !== undefined;

/** The folders that hold each built-in platform's constructs. */
const PLATFORM_FOLDERS: Readonly<Record<string, string>> = {
  eks: 'lib/eks',
  gke: 'lib/gke',
  'on-prem': 'lib/self-managed/on-prem',
};

describe('the house', () => {
  const sources = [
    ...filesBelow('lib', '.ts'),
    ...filesBelow('test', '.ts'),
    ...filesBelow('examples', '.ts'),
  ];

  it('has no file of more than 400 lines', () => {
    expect(sources.filter((file) => read(file).split('\n').length > 401)).toEqual([]);
  });

  it('has no file called utils or helpers', () => {
    expect(sources.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.ts$)/.test(file))).toEqual([]);
  });

  it('has barrels that hold nothing but exports', () => {
    const barrels = filesBelow('lib', 'index.ts');
    const other = barrels.filter((file) =>
      read(file)
        .split('\n')
        .some(
          (line) =>
            line.trim() !== '' && !/^(export |\} from |\s+\w+( as \w+)?,$|\/\/|\/\*\*| \*)/.test(line),
        ),
    );
    expect(other).toEqual([]);
  });

  it('imports providers by resource and never by their root', () => {
    expect(sources.filter((file) => /from '@cdktf\/provider-[a-z]+'/.test(read(file)))).toEqual([]);
  });

  it('asks no construct for its class with instanceof', () => {
    const constructs = filesBelow('lib', '.ts').filter((file) =>
      /^lib\/(cluster|eks|gke|self-managed|fleet)\//.test(file),
    );
    const offending = constructs.filter((file) => /instanceof (?!Error\b)/.test(read(file)));
    expect(offending).toEqual([]);
  });

  it.each(builtInPlatforms.map((platform) => platform.profile.id))(
    'has constructs, a contract test, a page and a line in the README for %s',
    (platform) => {
      const folder = PLATFORM_FOLDERS[platform] ?? `lib/${platform}`;
      for (const file of ['cluster.ts', 'node-pool.ts', 'imported-cluster.ts', 'index.ts']) {
        expect([`${folder}/${file}`, exists(`${folder}/${file}`)]).toEqual([`${folder}/${file}`, true]);
      }
      expect(read(`test/contract/${platform}.test.ts`)).toContain('testCluster(');
      expect(exists(`docs/${platform}.md`)).toBe(true);
      expect(read('README.md')).toContain(`docs/${platform}.md`);
    },
  );

  it('names no path of a machine and no host of a package registry in what it ships', () => {
    const shipped = [...sources, ...filesBelow('docs', '.md'), 'README.md', 'package-lock.json', '.npmrc'];
    const forbidden = [
      /registry\.npmjs/,
      /npmmirror/,
      /"resolved": "http/,
      /(?<![\w.])\/(home|root|Users)\/[a-z]/,
    ];
    expect(
      shipped.filter(
        (file) =>
          forbidden.some((pattern) => pattern.test(read(file))) && !file.endsWith('structure.test.ts'),
      ),
    ).toEqual([]);
  });
});

describe('the lock file', () => {
  interface Locked {
    readonly version?: string;
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  }
  const locked = Object.entries(JSON.parse(read('package-lock.json')).packages as Record<string, Locked>);

  it('holds the packages of every operating system, without which npm ci refuses it', () => {
    const names = new Set(locked.map(([path]) => path.replace(/^.*node_modules\//, '')));
    const missing = locked.flatMap(([, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !names.has(name)),
    );
    expect([...new Set(missing)]).toEqual([]);
  });
});

describe('the entry point kubewhere/decision', () => {
  it('loads neither an engine nor a provider', () => {
    const script = `require(${JSON.stringify(join(ROOT, 'dist/decision'))});
      process.stdout.write(JSON.stringify(Object.keys(require.cache).filter((file) => /node_modules\\/(cdktf|cdktn|constructs|@cdktf)\\//.test(file))));`;
    expect(JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }))).toEqual([]);
  });
});
