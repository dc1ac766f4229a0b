import { type Command, Option } from 'commander';
import type { Catalog } from '../../catalog/types';
import type { Request } from '../../decision/request/types';
import type { Decision } from '../../decision/types';
import { parseAcceptances, refuseAcceptances } from '../acceptances';
import { choiceOption, collect, overlayOption, platformOption } from '../arguments';
import { CommandError } from '../command-error';
import type { CommandContext } from '../context';
import { EXIT } from '../exit-codes';
import { loadLock, lockFileOf } from '../load-lock';
import { loadRequest } from '../load-request';
import { saveLock } from '../save-lock';
import { styleFor, widthOf } from '../style';

interface DecideFlags {
  readonly format: Format;
  readonly all?: boolean;
  readonly platform?: string;
  readonly lock?: boolean;
  readonly accept: readonly string[];
  readonly reason?: string;
  readonly overlay: readonly string[];
}

const FORMATS = ['table', 'json', 'record', 'markdown'] as const;
type Format = (typeof FORMATS)[number];

/** `kubewhere decide`: where each cluster of a request should run, and why. Writes no file but the lock, and that only on request. */
export function addDecideCommand(program: Command, context: CommandContext): void {
  program
    .command('decide')
    .description('decide where each cluster of a request should run, and say why')
    .argument('<file>', "request file (YAML or JSON); '-' reads the standard input")
    .addOption(
      choiceOption(
        '--format <format>',
        'table, json (everything), record (the page as JSON) or markdown',
        () => FORMATS,
      ).default('table'),
    )
    .option('--all', 'show every candidate, also those that do not pass (table only)')
    .addOption(platformOption(context.tools))
    .addOption(overlayOption())
    .option('--lock', 'decide afresh and write <request>.lock.json, so that a changed price moves nothing')
    .addOption(
      new Option('--accept <id>', 'take this candidate and lock it; [cluster=]id, may be repeated')
        .default([], 'none')
        .argParser(collect),
    )
    .option('--reason <text>', 'why it is accepted; goes into the lock')
    .addHelpText(
      'after',
      `
Without --lock, an existing lock beside the request is kept to, as 'kubewhere synth' does. With --accept it is kept
to by all other clusters, and written anew.

Examples:
  kubewhere decide payments.yaml
  kubewhere decide payments.yaml --all --platform gke
  kubewhere decide payments.yaml --format json | jq '.clusters.api.chosen'
  kubewhere decide payments.yaml --format markdown >> "$GITHUB_STEP_SUMMARY"
  kubewhere decide payments.yaml --lock
  kubewhere decide payments.yaml --accept eks/eu-central-1/3-zones
  kubewhere decide shop.yaml --accept api=gke/europe-west3/regional --reason "the team knows GKE"`,
    )
    .action((file: string, flags: DecideFlags) => runDecide(file, flags, context));
}

async function runDecide(file: string, flags: DecideFlags, context: CommandContext): Promise<void> {
  const { io, tools } = context;
  const lockFile = lockFileToWrite(file, flags);
  const { request, catalog } = await loadRequest(file, flags.overlay, io, tools);
  const accept = parseAcceptances(flags.accept, flags.reason, request);
  const previous = await loadLock(file, request.name, io, tools);
  const decision = tools.decide(request, catalog, {
    override: flags.platform,
    lock: flags.lock ? undefined : previous,
    accept,
  });
  refuseAcceptances(accept, request, decision, tools);
  const homeless = clustersWithoutPlace(decision);
  if (lockFile !== undefined && homeless.length === 0) {
    await saveLock(lockFile, tools.createLock(decision, previous), previous, io);
  }
  print(decision, request, catalog, flags, context);
  if (homeless.length > 0) {
    throw new CommandError(
      `no place for ${homeless.join(', ')}${lockFile === undefined ? '' : '; the lock was not written'}`,
      EXIT.infeasible,
    );
  }
  context.finish(EXIT.ok);
}

/** The lock to write; `undefined` when none was asked for. */
function lockFileToWrite(file: string, { lock, accept, reason }: DecideFlags): string | undefined {
  if (reason !== undefined && accept.length === 0) {
    throw new CommandError("'--reason' says why something is accepted; name it with '--accept ID'");
  }
  if (!lock && accept.length === 0) return undefined;
  const lockFile = lockFileOf(file);
  if (lockFile !== undefined) return lockFile;
  throw new CommandError(
    `'${lock ? '--lock' : '--accept'}' needs a request file to stand beside; save what comes through '-' first`,
  );
}

/** Names of the clusters for which nothing was decided. */
export function clustersWithoutPlace(decision: Decision): readonly string[] {
  return Object.values(decision.clusters)
    .filter((cluster) => cluster.outcome === 'infeasible')
    .map((cluster) => cluster.clusterName);
}

function print(
  decision: Decision,
  request: Request,
  catalog: Catalog,
  flags: DecideFlags,
  { io }: CommandContext,
): void {
  const report: typeof import('../../report') = require('../../report');
  const write = (text: string): void => io.stdout.write(text);
  if (flags.format === 'json') {
    report.writeJson(decision, write);
    return;
  }
  const record = report.buildRecord(decision, request, catalog);
  if (flags.format === 'record') report.writeJson(record, write);
  else if (flags.format === 'markdown') write(report.renderMarkdown(record));
  else {
    const style = styleFor(io.env, io.stdout);
    write(report.renderTable(record, { width: widthOf(io.stdout), all: flags.all ?? false, style }));
  }
}
