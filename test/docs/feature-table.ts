import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { declaredNames, testTitles } from './source-names';

const ROOT = join(__dirname, '../..');

/** A page that lists what a platform has, and where it stands. */
export interface FeatureTable {
  /** As titles say it. */
  readonly platform: string;
  /** Its folder in lib, and its page in docs. */
  readonly folder: string;
  readonly rows: number;
  /** Heading of the points that nobody else has. */
  readonly points: string;
}

/** Something that a row points at: a declared name or a test title, and the file that it is in. */
interface Pointer {
  readonly name: string;
  readonly file: string;
}

interface Row {
  readonly key: string;
  /** `yes`, `partly` or `no`, and what is said beside. */
  readonly answer: string;
  readonly names: readonly Pointer[];
  readonly tests: readonly Pointer[];
}

/** Rows of the table below a heading: key, feature, answer, names, tests. */
function rowsBelow(page: string, heading: string): readonly Row[] {
  const [, rest = ''] = page.split(`\n## ${heading}\n`);
  const [section = ''] = rest.split('\n## ');
  return section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| # '))
    .map((line) => {
      const [key = '', , answer = '', names = '', tests = ''] = line
        .slice(2, -2)
        .split(' | ')
        .map((cell) => cell.trim());
      return { key, answer, names: namesIn(names), tests: testsIn(tests) };
    });
}

/** `[`Owner.member`](../lib/eks/file.ts)`, any number of them. */
function namesIn(cell: string): readonly Pointer[] {
  return [...cell.matchAll(/\[`([^`]+)`\]\(([^)]+)\)/g)].map(([, name = '', target = '']) => ({
    name,
    file: fileOf(target),
  }));
}

/** `[file](../test/eks/file.test.ts) “title” “title”`, any number of them. */
function testsIn(cell: string): readonly Pointer[] {
  return [...cell.matchAll(/\[[^\]]+\]\(([^)]+)\)((?: “[^”]+”)+)/g)].flatMap(([, target = '', titles = '']) =>
    [...titles.matchAll(/“([^”]+)”/g)].map(([, name = '']) => ({ name, file: fileOf(target) })),
  );
}

function fileOf(target: string): string {
  return relative(ROOT, join(ROOT, 'docs', target));
}

const missing = (pointers: readonly Pointer[], namesOf: (file: string) => ReadonlySet<string>): string[] =>
  pointers
    .filter(({ name, file }) => !namesOf(join(ROOT, file)).has(name))
    .map(({ name, file }) => `${file}: ${name}`);

/** Checks a page: every row there once, counted right, and nothing claimed without a name that is declared and a test that exists. */
export function describeFeatureTable({ platform, folder, rows, points: heading }: FeatureTable): void {
  const page = readFileSync(join(ROOT, `docs/${folder}-features.md`), 'utf8');
  const features = rowsBelow(page, `The ${rows} rows`);
  const points = rowsBelow(page, heading);
  const all = [...features, ...rowsBelow(page, `Beyond the ${rows}`), ...points];

  describe(`the table of what ${platform} has`, () => {
    it(`has each of the ${rows} rows once, in their order`, () => {
      expect(features.map(({ key }) => key)).toEqual(
        Array.from({ length: rows }, (_, index) => `${index + 1}`),
      );
    });

    it('has each of the twelve points once, in their order', () => {
      expect(points.map(({ key }) => key)).toEqual(Array.from({ length: 12 }, (_, index) => `${index + 1}`));
    });

    it('counts right', () => {
      const count = (answer: string): number =>
        features.filter((row) => /^\w+/.exec(row.answer)?.[0] === answer).length;
      const sentence = `${count('yes')} yes, ${count('partly')} partly, ${count('no')} no`;
      expect(page).toContain(`**${sentence}**`);
      expect(count('yes') + count('partly') + count('no')).toBe(rows);
      expect(readFileSync(join(ROOT, `docs/${folder}.md`), 'utf8')).toContain(
        `the test that proves it: ${sentence}.`,
      );
    });

    it('claims nothing without a name that says it and a test that proves it', () => {
      const bare = all.filter(
        ({ answer, names, tests }) => !answer.startsWith('no') && (names.length === 0 || tests.length === 0),
      );
      expect(bare.map(({ key }) => key)).toEqual([]);
    });

    it('says why where it says less than yes, and points at nothing for no', () => {
      const less = all.filter(({ answer }) => !answer.startsWith('yes'));
      expect(less.filter(({ answer }) => !/^(partly|no): \S/.test(answer)).map(({ key }) => key)).toEqual([]);
      const claiming = less.filter(
        ({ answer, names, tests }) => answer.startsWith('no') && names.length + tests.length > 0,
      );
      expect(claiming.map(({ key }) => key)).toEqual([]);
    });

    it('names only what is declared in the file it names', () => {
      expect(
        missing(
          all.flatMap(({ names }) => names),
          declaredNames,
        ),
      ).toEqual([]);
    });

    it(`names of ${platform} only what a user can import`, () => {
      const barrel = readFileSync(join(ROOT, `lib/${folder}/index.ts`), 'utf8');
      const hidden = all
        .flatMap(({ names }) => names)
        .filter(({ file }) => file.startsWith(`lib/${folder}/`))
        .filter(({ file }) => !barrel.includes(`'./${file.slice(`lib/${folder}/`.length, -'.ts'.length)}'`));
      expect(hidden).toEqual([]);
    });

    it('names only tests that exist', () => {
      expect(
        missing(
          all.flatMap(({ tests }) => tests),
          testTitles,
        ),
      ).toEqual([]);
    });
  });
}
