import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { watchInterrupts } from '../interrupts';
import type { Io } from '../io';
import { aboutTarget } from '../system-error';
import { asideNames, clearLeftovers } from './aside';

/**
 * Replaces a file in one step: a reader, or a power cut, finds the old text or the new and nothing between. A symbolic
 * link is kept, and the file it leads to is replaced. A signal that arrives meanwhile leaves the old one, and nothing beside it.
 *
 * @throws CommandError when there was a signal.
 */
export async function writeFileAside(file: string, text: string, io: Io): Promise<void> {
  const target = resolveLink(file);
  clearLeftovers(target, io.pid);
  const { staging } = asideNames(target, io.pid);
  const interrupts = watchInterrupts(io);
  try {
    writeToDisk(staging, text);
    await interrupts.throwIfAny();
    renameSync(staging, target);
  } catch (error) {
    rmSync(staging, { force: true });
    throw aboutTarget(error, target, staging);
  } finally {
    interrupts.stop();
  }
}

function writeToDisk(file: string, text: string): void {
  const descriptor = openSync(file, 'wx');
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function resolveLink(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
