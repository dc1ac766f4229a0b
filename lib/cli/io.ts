/** A stream that text goes to. */
export interface Sink {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Width of the terminal; `undefined` for pipes and files. */
  readonly columns: number | undefined;
}

export type InterruptSignal = 'SIGINT' | 'SIGTERM';

/**
 * The world outside the program, so that a test can stand in for it: streams, environment, working directory, signals.
 * Files are not part of it; commands read and write them directly.
 */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly stdin: { readonly isTTY: boolean; chunks(): AsyncIterable<Uint8Array> };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly pid: number;
  /** Calls the listener instead of ending the process, until the returned function is called. */
  onInterrupt(listener: (signal: InterruptSignal) => void): () => void;
}
