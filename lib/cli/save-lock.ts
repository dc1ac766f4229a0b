import { resolve } from 'node:path';
import type { DecisionLock } from '../decision/lock';
import type { Io } from './io';
import { writeFileAside } from './output/write-aside';

/** Replaces a lock in one step, and says which clusters left it and which moved. */
export async function saveLock(
  file: string,
  lock: DecisionLock,
  previous: DecisionLock | undefined,
  io: Io,
): Promise<void> {
  await writeFileAside(resolve(io.cwd, file), `${JSON.stringify(lock, null, 2)}\n`, io);
  io.stderr.write(`wrote ${file}\n`);
  for (const key of Object.keys(previous?.clusters ?? {})) {
    if (!Object.hasOwn(lock.clusters, key)) io.stderr.write(`dropped ${key}, which is not in the request\n`);
  }
  for (const [key, { candidate }] of Object.entries(lock.clusters)) {
    const before = previous?.clusters[key]?.candidate;
    if (before !== undefined && before !== candidate) {
      io.stderr.write(`moved ${key} from ${before} to ${candidate}\n`);
    }
  }
}
