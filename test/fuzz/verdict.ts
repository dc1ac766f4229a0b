import type { Catalog } from '../../lib/catalog/types';
import { decide, parseRequest, type Request, requestHash } from '../../lib/decision';

/** What became of one file. `known`: it means what an earlier one meant, which has been decided. */
export type Fate = 'refused' | 'decided' | 'infeasible' | 'known';

export interface Verdict {
  readonly fate: Fate;
  /** Of the processor, so that a busy machine counts for nothing. */
  readonly milliseconds: number;
}

/** One file may take so long, however it is written. */
export const LONGEST_MS = 2000;

/** How often what took too long is measured once more; the least counts. */
const MEASURED_AGAIN = 2;

function processorMs(work: () => void): number {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

/** Reads files, and decides what they ask for where they are requests; each meaning once. */
export class Judge {
  private readonly decided = new Set<string>();

  public constructor(
    private readonly catalog: Catalog,
    private readonly regions: readonly string[],
  ) {}

  /** @throws Error when reading or deciding throws, or a file is refused for a reason without words or without a place in it. */
  public judge(text: string): Verdict {
    let fate: Fate = 'refused';
    let milliseconds = processorMs(() => {
      fate = this.fateOf(text);
    });
    // a busy machine adds to processor time too, by what it throws out of the caches; nothing takes off it
    for (let again = 0; again < MEASURED_AGAIN && milliseconds > LONGEST_MS; again++) {
      const judge = new Judge(this.catalog, this.regions);
      milliseconds = Math.min(
        milliseconds,
        processorMs(() => judge.fateOf(text)),
      );
    }
    return { fate, milliseconds };
  }

  private fateOf(text: string): Fate {
    const parsed = parseRequest(text, { regions: this.regions });
    if (parsed.ok) return this.decide(parsed.request);
    if (parsed.problems.length === 0) throw new Error('refused without a reason');
    const lines = text.split('\n');
    for (const problem of parsed.problems) {
      const fault = faultOf(problem, lines);
      if (fault !== undefined) throw new Error(`${fault}: ${JSON.stringify(problem)}`);
    }
    return 'refused';
  }

  private decide(request: Request): Fate {
    const hash = requestHash(request);
    if (this.decided.has(hash)) return 'known';
    this.decided.add(hash);
    const decision = decide(request, this.catalog);
    const outcomes = Object.values(decision.clusters).map((cluster) => cluster.outcome);
    if (outcomes.length !== Object.keys(request.clusters).length) throw new Error('left a cluster undecided');
    return outcomes.includes('infeasible') ? 'infeasible' : 'decided';
  }
}

type Problem = Extract<ReturnType<typeof parseRequest>, { ok: false }>['problems'][number];

function faultOf({ line, column, path, message }: Problem, lines: readonly string[]): string | undefined {
  const length = lines[line - 1]?.length;
  if (!Number.isInteger(line) || length === undefined) return 'a line that the file has not';
  if (!Number.isInteger(column) || column < 1 || column > length + 1) return 'a column that the line has not';
  if (path === '' || message.trim() === '') return 'no words';
  // one line, and never the words of a library or of a programming language
  return /[\p{Cc}\u202E]|Invalid input|\[object|: #\d+$|undefined|NaN/u.test(`${path}: ${message}`) &&
    !/found '?[^']*(undefined|NaN)/.test(message)
    ? 'words that are not for a reader'
    : undefined;
}
