import type { Command } from 'commander';
import type { LockCheck } from '../../decision/check';
import { overlayOption } from '../arguments';
import { CommandError } from '../command-error';
import type { CommandContext } from '../context';
import { EXIT, type ExitCode } from '../exit-codes';
import { loadLock, lockFileOf } from '../load-lock';
import { loadRequest } from '../load-request';
import { renderCheck } from '../output/render-check';
import { styleFor } from '../style';

interface CheckFlags {
  readonly json?: boolean;
  readonly worthMoving?: boolean;
  readonly overlay: readonly string[];
}

/** `kubewhere check`: whether what is locked is still right. Writes nothing, moves nothing, and says it by its exit code. */
export function addCheckCommand(program: Command, context: CommandContext): void {
  program
    .command('check')
    .description('check whether what <request>.lock.json holds is still allowed, and still first')
    .argument('<file>', 'request file (YAML or JSON) with its lock beside it')
    .option('--json', 'print the check as JSON')
    .option('--worth-moving', 'end with 4 only when a move pays for itself within the planned months')
    .addOption(overlayOption())
    .addHelpText(
      'after',
      `
Ends with 0 when everything stays, 4 when another candidate is first today, and 5 when a locked one may not stay.
A fact that is missing moves nothing: it is said, and the end is 0.

Examples:
  kubewhere check payments.yaml
  kubewhere check payments.yaml --worth-moving --overlay prices.yaml
  kubewhere check payments.yaml --json | jq '.clusters[] | {clusterKey, status}'`,
    )
    .action((file: string, flags: CheckFlags) => runCheck(file, flags, context));
}

async function runCheck(file: string, flags: CheckFlags, context: CommandContext): Promise<void> {
  const { io, tools } = context;
  const lockFile = lockFileOf(file);
  if (lockFile === undefined) {
    throw new CommandError("'check' needs a request file with a lock beside it; '-' has none");
  }
  const { request, catalog } = await loadRequest(file, flags.overlay, io, tools);
  const lock = await loadLock(file, request.name, io, tools);
  if (lock === undefined) {
    throw new CommandError(
      `${lockFile} does not exist, so there is nothing to check; write it with 'kubewhere decide ${file} --lock'`,
    );
  }
  const check = tools.checkLock(request, catalog, lock);
  io.stdout.write(
    flags.json
      ? `${JSON.stringify(check, null, 2)}\n`
      : renderCheck(check, request, styleFor(io.env, io.stdout)),
  );
  context.finish(endOf(check, file, flags, context));
}

function endOf(
  check: LockCheck,
  file: string,
  { worthMoving }: CheckFlags,
  { io }: CommandContext,
): ExitCode {
  const named = (status: string): string =>
    check.clusters
      .filter((cluster) => cluster.status === status)
      .map(({ clusterKey }) => `'${clusterKey}'`)
      .join(', ');
  switch (check.outcome) {
    case 'holds':
      return EXIT.ok;
    case 'refuted':
      throw new CommandError(`${named('refuted')} may not stay where the lock has it`, EXIT.refuted);
    case 'not-locked':
      throw new CommandError(
        `${named('new')} is in no lock; 'kubewhere decide ${file} --lock' decides all afresh and locks it`,
      );
    case 'better-exists':
      if (worthMoving && !check.movingPays) return EXIT.ok;
      io.stderr.write(
        `another candidate is first for ${named('better-exists')}; nothing moves until 'kubewhere decide ${file} --accept ID'\n`,
      );
      return EXIT.betterExists;
  }
}
