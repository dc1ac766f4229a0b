import { EXIT } from './exit-codes';
import type { InterruptSignal, Io, Sink } from './io';
import { systemErrorWords } from './system-error';

const SIGNALS: readonly InterruptSignal[] = ['SIGINT', 'SIGTERM'];

/** The real world. */
export function processIo(): Io {
  return {
    stdout: sink(process.stdout, failed),
    stderr: sink(process.stderr, () => undefined),
    stdin: {
      // Node makes the stream when it is looked at, which takes its time and is seldom needed
      get isTTY() {
        return process.stdin.isTTY === true;
      },
      chunks: () => process.stdin,
    },
    env: process.env,
    cwd: process.cwd(),
    pid: process.pid,
    onInterrupt: (listener) => {
      for (const signal of SIGNALS) process.on(signal, listener);
      return () => {
        for (const signal of SIGNALS) process.off(signal, listener);
      };
    },
  };
}

/** Output that cannot be delivered (a full disk behind `>`) must not look like success. */
function failed(error: NodeJS.ErrnoException): void {
  const words = systemErrorWords(error) ?? error.message;
  process.exitCode = EXIT.notWritten;
  process.stderr.write(`error: cannot write to the standard output: ${words}\n`);
}

/**
 * A reader that goes away (`kubewhere decide … | head -1`) is no error: what is left is dropped in silence and the
 * command ends with the code it would have had. Any other error of the stream is told once.
 */
export function sink(
  stream: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number },
  onFailure: (error: NodeJS.ErrnoException) => void,
): Sink {
  let open = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (open && error.code !== 'EPIPE') onFailure(error);
    open = false;
  });
  return {
    write: (text) => {
      if (open) stream.write(text);
    },
    isTTY: stream.isTTY === true,
    columns: stream.columns,
  };
}
