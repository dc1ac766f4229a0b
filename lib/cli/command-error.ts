import { EXIT, type ExitCode } from './exit-codes';

/** An outcome that the reader can do something about: one line, a code, and no stack trace. */
export class CommandError extends Error {
  public constructor(
    message: string,
    public readonly exitCode: ExitCode = EXIT.wrong,
    /** Printed before the message, one line each, without the word "error". */
    public readonly details: readonly string[] = [],
  ) {
    super(message);
    this.name = 'CommandError';
  }
}
