// Puts the command into one file: a third of its time would go into finding and reading two hundred small ones.
// The constructs stay outside (they load when something is synthesized), so does what refreshes prices and what compares stacks, and so do the tables of the catalogue, which
// Node reads faster as JSON. What is bundled from other packages is listed with its licence beside the bundle.
const { execFileSync } = require('node:child_process');
const { readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join, resolve, sep } = require('node:path');
const esbuild = require('esbuild');

const root = join(__dirname, '..');
const outfile = join(root, 'dist/cli/kubewhere.js');

/** zod carries sixty translations of its messages; this command writes its own. */
const withoutTranslations = {
  name: 'without-translations',
  setup(build) {
    build.onResolve({ filter: /locales\/index\.js$/ }, () => ({ path: 'none', namespace: 'translations' }));
    build.onLoad({ filter: /./, namespace: 'translations' }, () => ({ contents: 'export {};' }));
  },
};

/** commander can run a command that is a program of its own, and loads what starts processes for that; none here is. */
const withoutProcesses = {
  name: 'without-processes',
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'none', namespace: 'processes' } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'processes' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Tables keep their place below dist/catalog. */
const tablesOutside = {
  name: 'tables-outside',
  setup(build) {
    build.onResolve({ filter: /^\..*\.json$/ }, ({ path, resolveDir }) => {
      const compiled = resolve(resolveDir, path).replace(join(root, 'lib') + sep, '');
      return { path: `../${compiled.split(sep).join('/')}`, external: true };
    });
  },
};

function licenceOf(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? undefined : readFileSync(join(folder, file), 'utf8').trim();
}

function packagesOf(inputs) {
  const folders = new Set();
  for (const input of Object.keys(inputs)) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) folders.add(join(root, match[1]));
  }
  return [...folders].sort();
}

esbuild
  .build({
    absWorkingDir: root,
    entryPoints: ['lib/cli/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    conditions: ['import', 'module'],
    external: ['../fleet', '../refresh', '../day-two'],
    metafile: true,
    logLevel: 'warning',
    // what is read at every start is short; whoever reports a failure has the map, with NODE_OPTIONS=--enable-source-maps
    minify: true,
    lineLimit: 160,
    sourcemap: true,
    sourcesContent: false,
    // as `require` would wrap it, so that nobody has to copy it for that
    banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
    footer: { js: '})' },
    plugins: [withoutTranslations, withoutProcesses, tablesOutside],
  })
  .then(({ metafile }) => {
    const notices = packagesOf(metafile.inputs).map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const text = licenceOf(folder) ?? `License: ${license}`;
      return `${name} ${version}\n\n${text}\n`;
    });
    const title = 'kubewhere.js contains code of these packages.\n';
    writeFileSync(
      join(dirname(outfile), 'THIRD-PARTY-LICENSES.txt'),
      [title, ...notices].join(`\n${'-'.repeat(80)}\n\n`),
    );
    rmSync(join(dirname(outfile), 'kubewhere.cache'), { force: true });
    execFileSync(process.execPath, [join(__dirname, 'compile-command.js')], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  })
  .catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
