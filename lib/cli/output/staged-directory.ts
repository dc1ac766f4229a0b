import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { CommandError } from '../command-error';
import { EXIT } from '../exit-codes';
import { aboutTarget, errorCode } from '../system-error';
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
  const made = makeFolders(parent);
  try {
    mkdirSync(staging);
  } catch (error) {
    made.forEach(removeIfEmpty);
    throw aboutTarget(error, target, staging);
  }
  return {
    path: staging,
    publish: () => publish(target, staging, previous),
    discard: () => {
      rmSync(staging, { recursive: true, force: true });
      for (const folder of made) removeIfEmpty(folder);
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

/**
 * Makes a folder and those above it that are missing; returns what was made, the innermost first. Node's own recursive
 * mkdir never returns where a file system refuses a new folder with "no such file" (/proc).
 */
function makeFolders(folder: string): readonly string[] {
  if (existsSync(folder)) return [];
  const above = makeFolders(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    above.forEach(removeIfEmpty);
    if (errorCode(error) !== 'ENOENT') throw error;
    throw new CommandError(`cannot make the folder ${folder}: its file system refuses`, EXIT.notWritten);
  }
  return [folder, ...above];
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // somebody put something into it
  }
}
