import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const ROOT = join(__dirname, '..');
const PAGES = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)].filter((page) =>
  page.endsWith('.md'),
);
/** Below the repository, so that `kubewhere/eks` means this package. */
const SCRATCH = join(ROOT, '.cache', 'docs');

interface CodeBlock {
  readonly name: string;
  readonly code: string;
  /** Whether it is a program that synthesizes; anything else is a fragment that goes into a stack. */
  readonly isProgram: boolean;
}

function codeBlocks(page: string): readonly CodeBlock[] {
  const blocks = [...readFileSync(join(ROOT, page), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```$/gm)];
  return blocks.map(([, code = ''], index) => ({
    name: `${basename(page, '.md')}-${index + 1}`,
    code,
    isProgram: code.includes('app.synth()'),
  }));
}

/** A fragment stands in a stack that is there already. */
function asModule({ code, isProgram }: CodeBlock): string {
  if (isProgram) return code;
  return `${code}\nimport type { TerraformStack as SurroundingStack } from 'cdktf';\ndeclare const stack: SurroundingStack;\nexport {};\n`;
}

describe('the code in README and docs', () => {
  const blocks = PAGES.flatMap(codeBlocks);

  beforeAll(() => {
    rmSync(SCRATCH, { recursive: true, force: true });
    mkdirSync(SCRATCH, { recursive: true });
    for (const block of blocks) writeFileSync(join(SCRATCH, `${block.name}.ts`), asModule(block));
    const config = {
      extends: '../../tsconfig.json',
      compilerOptions: { noUnusedLocals: false, noUnusedParameters: false },
      include: ['*.ts'],
    };
    writeFileSync(join(SCRATCH, 'tsconfig.json'), JSON.stringify(config));
  });

  it('shows every platform', () => {
    const pages = blocks.filter((block) => block.isProgram).map((block) => block.name);
    expect(pages).toEqual(expect.arrayContaining(['README-1', 'eks-1', 'gke-1', 'on-prem-1']));
  });

  it('has the right types', () => {
    const tsc = require.resolve('typescript/bin/tsc');
    const result = (() => {
      try {
        return execFileSync(process.execPath, [tsc, '-p', SCRATCH, '--pretty', 'false'], {
          encoding: 'utf8',
        });
      } catch (error) {
        return (error as { stdout: string }).stdout;
      }
    })();
    expect(result).toBe('');
  }, 60_000);

  it.each(blocks.filter((block) => block.isProgram).map((block) => block.name))(
    'synthesizes %s',
    (name) => {
      const out = join(mkdtempSync(join(tmpdir(), 'kubewhere-docs-')), 'out');
      execFileSync(process.execPath, [require.resolve('tsx/cli'), join(SCRATCH, `${name}.ts`)], {
        cwd: ROOT,
        env: { ...process.env, CDKTF_OUTDIR: out },
        stdio: 'pipe',
      });
      expect(readdirSync(join(out, 'stacks')).length).toBeGreaterThan(0);
    },
    60_000,
  );
});

describe('the output in README', () => {
  const shown = [
    ...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(
      /^<!-- output: (.+) -->\n```text\n([\s\S]*?)^```$/gm,
    ),
  ].map(([, command = '', output = '']) => ({ command, output }));

  it('is there', () => {
    expect(shown.length).toBeGreaterThan(0);
  });

  it.each(shown)('is what kubewhere $command prints', ({ command, output }) => {
    const args = [join(ROOT, 'bin/kubewhere.js'), ...command.split(' ')];
    expect(execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })).toBe(output);
  });
});

describe('the links in README and docs', () => {
  it.each([...PAGES, 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])(
    'lead somewhere from %s',
    (page) => {
      const links = [
        ...readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g),
      ];
      const missing = links
        .map(([, target = '']) => target)
        .filter((target) => !existsSync(join(ROOT, page, '..', target)));
      expect(missing).toEqual([]);
    },
  );
});
