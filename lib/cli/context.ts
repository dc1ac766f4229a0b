import type { ExitCode } from './exit-codes';
import type { Io } from './io';
import type { Tools } from './tools';

/** What every command is given. */
export interface CommandContext {
  readonly io: Io;
  readonly tools: Tools;
  /** Sets the exit code of a command that came to its end; failures are thrown. */
  finish(code: ExitCode): void;
}
