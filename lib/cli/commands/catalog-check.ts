import type { Command } from 'commander';
import { CommandError } from '../command-error';
import type { CommandContext } from '../context';
import { EXIT } from '../exit-codes';
import { loadCatalog } from '../load-catalog';
import { collect } from './catalog-show';

interface CheckFlags {
  readonly overlay: readonly string[];
  readonly on?: string;
  readonly maxAgeDays?: number;
}

/** `kubewhere catalog check`: whether the facts, with the user's own over them, can be right. */
export function addCheckCommand(parent: Command, context: CommandContext): void {
  parent
    .command('check')
    .description('check the facts, with your own over them, for what cannot be right or is too old')
    .option('--overlay <file>', 'put this file over the facts first; may be repeated', collect, [])
    .option('--on <day>', "also judge how old figures are on this day, YYYY-MM-DD or 'today'", day)
    .option('--max-age-days <days>', "how old a figure may be on the day of '--on'", wholeDays)
    .addHelpText(
      'after',
      `
Prints one finding a line and ends with code ${EXIT.wrong} when there is one. What it finds is suspicion, not proof. Without --on no
clock is read and no age is judged; with it a figure may be 365 days old unless --max-age-days says otherwise.

Examples:
  kubewhere catalog check --overlay prices.yaml
  kubewhere catalog check --on today --max-age-days 90`,
    )
    .action((flags: CheckFlags) => runCheck(flags, context));
}

async function runCheck(flags: CheckFlags, context: CommandContext): Promise<void> {
  const { io, tools } = context;
  if (flags.maxAgeDays !== undefined && flags.on === undefined) {
    throw new CommandError("'--max-age-days' needs the day of '--on'; add '--on today'");
  }
  const catalog = await loadCatalog({ overlays: flags.overlay, relativeTo: '.' }, io, tools);
  const findings = tools.checkCatalog(catalog, { on: flags.on, maxAgeDays: flags.maxAgeDays });
  for (const { rule, where, message } of findings) io.stdout.write(`${rule}: ${where} ${message}\n`);
  if (findings.length > 0) {
    throw new CommandError(
      `the catalogue has ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`,
    );
  }
  io.stderr.write('nothing was found\n');
  context.finish(EXIT.ok);
}

function day(text: string): string {
  // the one place of the command where the clock is read, and only when it is asked for
  if (text === 'today') return new Date().toISOString().slice(0, 10);
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(at) && new Date(at).toISOString().startsWith(text)) return text;
  throw new CommandError(`'--on' must be a day such as '2026-12-01', or 'today'; found '${text}'`);
}

function wholeDays(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new CommandError(`'--max-age-days' must be a whole number of days from 0; found '${text}'`);
}
