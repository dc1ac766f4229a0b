import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DecisionLock } from '../decision/lock';
import { CommandError } from './command-error';
import type { Io } from './io';
import { readText } from './read-text';
import type { Tools } from './tools';

/** `payments.lock.json` for `payments.yaml`; a request on the standard input has no lock. */
export function lockFileOf(requestFile: string): string | undefined {
  return requestFile === '-' ? undefined : `${requestFile.replace(/\.(ya?ml|json)$/i, '')}.lock.json`;
}

/**
 * The lock beside a request; `undefined` when there is none.
 *
 * @throws CommandError when there is one that cannot be read, or of a request with another name, whose clusters are
 * others: to go on without it, or with it, could move a cluster.
 */
export async function loadLock(
  requestFile: string,
  requestName: string,
  io: Io,
  tools: Tools,
): Promise<DecisionLock | undefined> {
  const file = lockFileOf(requestFile);
  if (file === undefined || !existsSync(resolve(io.cwd, file))) return undefined;
  const parsed = tools.parseLock(await readText(file, io));
  if (parsed.ok && parsed.lock.request.name !== requestName) {
    throw new CommandError(
      `${file} belongs to the request '${parsed.lock.request.name}', and ${requestFile} is named '${requestName}'; put the right lock beside it, or delete this one to decide afresh`,
    );
  }
  if (parsed.ok) return parsed.lock;
  throw new CommandError(
    `${file} is no lock that kubewhere wrote: ${parsed.problem}; restore it from version control, or delete it to decide afresh`,
  );
}
