import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { asideNames, clearLeftovers } from './aside';

/**
 * Replaces a file in one step: a reader, or a power cut, finds the old text or the new and nothing between. A symbolic
 * link is kept, and the file it leads to is replaced.
 */
export function writeFileAside(file: string, text: string, pid: number): void {
  const target = resolveLink(file);
  clearLeftovers(target, pid);
  const { staging } = asideNames(target, pid);
  try {
    const descriptor = openSync(staging, 'wx');
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(staging, target);
  } catch (error) {
    rmSync(staging, { force: true });
    throw error;
  }
}

function resolveLink(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
