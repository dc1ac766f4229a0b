import { Command, CommanderError } from 'commander';
import { addCatalogCommand } from './commands/catalog';
import { addCheckCommand } from './commands/check';
import { addDecideCommand } from './commands/decide';
import { addSchemaCommand } from './commands/schema';
import { addSynthCommand } from './commands/synth';
import { EXIT, EXIT_CODE_TABLE, type ExitCode } from './exit-codes';
import type { Io } from './io';
import { packageVersion } from './package-info';
import { processIo } from './process-io';
import { reportFailure } from './report-failure';
import { libraryTools, type Tools } from './tools';

/** Runs one command to its end and returns the exit code. Never throws, never ends the process. */
export async function main(
  argv: readonly string[],
  io: Io,
  tools: Tools = libraryTools(),
): Promise<ExitCode> {
  let code: ExitCode = EXIT.wrong;
  try {
    const program = buildProgram(io, tools, (finished) => {
      code = finished;
    });
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    // commander has printed the message already
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.wrong;
    return reportFailure(error, io);
  }
}

/**
 * The program of `bin/kubewhere.js`. Once all that was written is flushed the process ends without clearing up its memory first, which takes its
 * time; where a reader is slow it ends by itself.
 */
export async function run(): Promise<void> {
  const code = await main(process.argv.slice(2), processIo());
  process.exitCode ??= code;
  // a failed write is told to whoever listens before this comes round
  setImmediate(() => {
    if (process.stdout.writableLength === 0 && process.stderr.writableLength === 0) process.exit();
  });
}

function buildProgram(io: Io, tools: Tools, finish: (code: ExitCode) => void): Command {
  const program = new Command('kubewhere')
    .description('Where should this Kubernetes cluster run, and what Terraform runs it there?')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => Math.max(io.stdout.columns ?? 100, 60),
      getErrHelpWidth: () => Math.max(io.stderr.columns ?? 100, 60),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showHelpAfterError("Run 'kubewhere --help' for what there is.")
    .exitOverride()
    .addHelpText(
      'after',
      `
Examples:
  kubewhere decide payments.yaml          where, why, and for how much
  kubewhere synth payments.yaml           the Terraform of it, in cdktf.out
  kubewhere check payments.yaml           whether what is locked is still right
  kubewhere schema > request.schema.json  completion and checks in your editor

Exit codes:
${EXIT_CODE_TABLE.map(({ code, meaning }) => `  ${String(code).padStart(3)}  ${meaning}`).join('\n')}`,
    );
  const context = { io, tools, finish };
  addDecideCommand(program, context);
  addSynthCommand(program, context);
  addCheckCommand(program, context);
  addSchemaCommand(program, context);
  addCatalogCommand(program, context);
  return program;
}
