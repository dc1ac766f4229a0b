import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../system-error';

/** Names beside a target that hold what is not yet, or no longer, in its place. The process id tells whose they are. */
export interface AsideNames {
  /** What is being written. */
  readonly staging: string;
  /** What was there before, for the moment of the exchange. */
  readonly previous: string;
}

export function asideNames(target: string, pid: number): AsideNames {
  const stem = join(dirname(target), `.${basename(target)}.${pid}`);
  return { staging: `${stem}.tmp`, previous: `${stem}.old` };
}

/**
 * Removes what killed processes left beside a target. When one was killed in the very moment of the exchange, its
 * previous output is put back first. Leftovers of processes that still run are not touched.
 */
export function clearLeftovers(target: string, pid: number): void {
  const folder = dirname(target);
  if (!existsSync(folder)) return;
  const prefix = `.${basename(target)}.`;
  for (const name of readdirSync(folder)) {
    const match = name.startsWith(prefix) && /^(\d{1,10})\.(tmp|old)$/.exec(name.slice(prefix.length));
    if (!match || isAlive(Number(match[1]), pid)) continue;
    const leftover = join(folder, name);
    if (match[2] === 'old' && !existsSync(target)) renameSync(leftover, target);
    else rmSync(leftover, { recursive: true, force: true });
  }
}

/** Our own id on a leftover is that of a dead process: in a container the same small id comes back at every run. */
function isAlive(owner: number, pid: number): boolean {
  if (owner === pid || owner === 0) return false;
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
