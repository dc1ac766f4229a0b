import { setImmediate as nextTurn } from 'node:timers/promises';
import { CommandError } from './command-error';
import { EXIT } from './exit-codes';
import type { InterruptSignal, Io } from './io';

/** Watches for signals while something half-done lies on the disk. */
export interface Interrupts {
  /**
   * Lets signals that arrived during synchronous work through.
   *
   * @throws CommandError when there was one.
   */
  throwIfAny(): Promise<void>;
  stop(): void;
}

/** From here on SIGINT and SIGTERM no longer end the process; the next {@link Interrupts.throwIfAny} does, after cleaning up. */
export function watchInterrupts(io: Io): Interrupts {
  let signal: InterruptSignal | undefined;
  const stop = io.onInterrupt((received) => {
    signal ??= received;
  });
  return {
    throwIfAny: async () => {
      // a signal is delivered when the event loop polls, which the first turn may come before
      await nextTurn();
      await nextTurn();
      if (signal === 'SIGINT') throw new CommandError('interrupted; nothing was replaced', EXIT.interrupted);
      if (signal === 'SIGTERM') throw new CommandError('terminated; nothing was replaced', EXIT.terminated);
    },
    stop,
  };
}
