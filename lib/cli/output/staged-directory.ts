import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { asideNames, clearLeftovers } from './aside';
import { copyTerraformFiles, moveTerraformCaches, stacksOf } from './terraform-files';

/** A folder that is filled beside its place and then exchanged with what is there. */
export interface StagedDirectory {
  /** Write here. */
  readonly path: string;
  /** Puts it in its place. Whatever fails, what was there before is there again. */
  publish(): PublishedDirectory;
  /** Removes it, and folders that were made for it. The place itself was never touched. */
  discard(): void;
}

export interface PublishedDirectory {
  /** Stacks that were in the output before and are no longer. */
  readonly dropped: readonly string[];
}

/** Opens a folder beside `target`, after removing what killed processes left there. */
export function stageDirectory(target: string, pid: number): StagedDirectory {
  clearLeftovers(target, pid);
  const { staging, previous } = asideNames(target, pid);
  const parent = dirname(target);
  const made = mkdirSync(parent, { recursive: true });
  mkdirSync(staging);
  return {
    path: staging,
    publish: () => publish(target, staging, previous),
    discard: () => {
      rmSync(staging, { recursive: true, force: true });
      if (made !== undefined) removeEmpty(parent, made);
    },
  };
}

function publish(target: string, staging: string, previous: string): PublishedDirectory {
  if (!existsSync(target)) {
    renameSync(staging, target);
    return { dropped: [] };
  }
  copyTerraformFiles(target, staging);
  const after = new Set(stacksOf(staging));
  const dropped = stacksOf(target).filter((stack) => !after.has(stack));
  renameSync(target, previous);
  try {
    renameSync(staging, target);
  } catch (error) {
    if (!existsSync(target)) renameSync(previous, target);
    throw error;
  }
  moveTerraformCaches(previous, target);
  try {
    rmSync(previous, { recursive: true, force: true });
  } catch {
    // the new output is in place; the next synthesis removes what is left of the old
  }
  return { dropped };
}

function removeEmpty(folder: string, last: string): void {
  for (let current = folder; ; current = dirname(current)) {
    try {
      rmdirSync(current);
    } catch {
      return;
    }
    if (current === last) return;
  }
}
