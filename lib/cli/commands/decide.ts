import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Catalog } from '../../catalog/types';
import type { Request } from '../../decision/request/types';
import type { Decision } from '../../decision/types';
import { choiceOption, platformOption } from '../arguments';
import { CommandError } from '../command-error';
import type { CommandContext } from '../context';
import { EXIT } from '../exit-codes';
import { loadLock, lockFileOf } from '../load-lock';
import { loadRequest } from '../load-request';
import { writeFileAside } from '../output/write-aside';
import { styleFor, widthOf } from '../style';

interface DecideFlags {
  readonly format: Format;
  readonly all?: boolean;
  readonly platform?: string;
  readonly lock?: boolean;
}

const FORMATS = ['table', 'json', 'markdown'] as const;
type Format = (typeof FORMATS)[number];

/** `kubewhere decide`: where each cluster of a request should run, and why. Writes no file but the lock, and that only on request. */
export function addDecideCommand(program: Command, context: CommandContext): void {
  program
    .command('decide')
    .description('decide where each cluster of a request should run, and say why')
    .argument('<file>', "request file (YAML or JSON); '-' reads the standard input")
    .addOption(choiceOption('--format <format>', 'table, json or markdown', () => FORMATS).default('table'))
    .option('--all', 'show every candidate, also those that do not pass (table only)')
    .addOption(platformOption(context.tools))
    .option('--lock', 'decide afresh and write <request>.lock.json, so that a changed price moves nothing')
    .addHelpText(
      'after',
      `
Without --lock, an existing lock beside the request is kept to, as 'kubewhere synth' does.

Examples:
  kubewhere decide payments.yaml
  kubewhere decide payments.yaml --all --platform gke
  kubewhere decide payments.yaml --format json | jq '.clusters.api.chosen'
  kubewhere decide payments.yaml --format markdown >> "$GITHUB_STEP_SUMMARY"
  kubewhere decide payments.yaml --lock`,
    )
    .action((file: string, flags: DecideFlags) => runDecide(file, flags, context));
}

async function runDecide(file: string, flags: DecideFlags, context: CommandContext): Promise<void> {
  const { io, tools } = context;
  const lockFile = lockFileOf(file);
  if (flags.lock && lockFile === undefined) {
    throw new CommandError(
      "'--lock' needs a request file to stand beside; save what comes through '-' first",
    );
  }
  const catalog = tools.catalog();
  const request = await loadRequest(file, catalog, io, tools);
  const previous = await loadLock(file, request.name, io, tools);
  const decision = tools.decide(request, catalog, {
    override: flags.platform,
    lock: flags.lock ? undefined : previous,
  });
  const homeless = clustersWithoutPlace(decision);
  if (flags.lock && lockFile !== undefined && homeless.length === 0) {
    const lock = tools.createLock(decision, previous);
    writeFileAside(resolve(io.cwd, lockFile), `${JSON.stringify(lock, null, 2)}\n`, io.pid);
    io.stderr.write(`wrote ${lockFile}\n`);
    for (const key of Object.keys(previous?.clusters ?? {})) {
      if (!Object.hasOwn(lock.clusters, key))
        io.stderr.write(`dropped ${key}, which is not in the request\n`);
    }
    for (const [key, { candidate }] of Object.entries(lock.clusters)) {
      const before = previous?.clusters[key]?.candidate;
      if (before !== undefined && before !== candidate) {
        io.stderr.write(`moved ${key} from ${before} to ${candidate}\n`);
      }
    }
  }
  io.stdout.write(render(decision, request, catalog, flags, context));
  if (homeless.length > 0) {
    throw new CommandError(
      `no place for ${homeless.join(', ')}${flags.lock ? '; the lock was not written' : ''}`,
      EXIT.infeasible,
    );
  }
  context.finish(EXIT.ok);
}

/** Names of the clusters for which nothing was decided. */
export function clustersWithoutPlace(decision: Decision): readonly string[] {
  return Object.values(decision.clusters)
    .filter((cluster) => cluster.outcome === 'infeasible')
    .map((cluster) => cluster.clusterName);
}

function render(
  decision: Decision,
  request: Request,
  catalog: Catalog,
  flags: DecideFlags,
  { io }: CommandContext,
): string {
  const report: typeof import('../../report') = require('../../report');
  if (flags.format === 'json') return report.renderJson(decision);
  const record = report.buildRecord(decision, request, catalog);
  if (flags.format === 'markdown') return report.renderMarkdown(record);
  return report.renderTable(record, {
    width: widthOf(io.stdout),
    all: flags.all ?? false,
    style: styleFor(io.env, io.stdout),
  });
}
