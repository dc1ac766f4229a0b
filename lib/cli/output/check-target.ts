import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { CommandError } from '../command-error';

/** What an output folder must not be, or hold. */
export interface TargetOptions {
  /** As the user wrote it, for messages. */
  readonly out: string;
  readonly cwd: string;
  /** Path of the request file; absent when it came through the standard input. */
  readonly requestFile: string | undefined;
}

/** In every output of ours; what is not ours is never replaced. */
export const MARK_FILE = 'decision.json';
/** The record of a decision; outputs of earlier versions hold the decision itself. */
const MARK_SCHEMAS = ['kubewhere/record/', 'kubewhere/decision/'];

/**
 * The real path of the folder that a synthesis may replace: one that is absent, empty, or an earlier output.
 *
 * @throws CommandError when replacing it would destroy something that kubewhere did not write.
 */
export function checkTarget(options: TargetOptions): string {
  const { out, cwd, requestFile } = options;
  const target = realPath(out, resolve(cwd, out));
  if (basename(target) === '')
    throw new CommandError(`'--out' (${out}) is the root of the file system; ${FIX}`);
  if (isInside(realpathSync(cwd), target)) {
    throw new CommandError(`'--out' (${out}) is the working folder or one around it; ${FIX}`);
  }
  const entries = list(out, target);
  if (entries === undefined || entries.length === 0) return target;
  if (!isOurs(target)) {
    const some = entries.slice(0, 3).join(', ');
    throw new CommandError(
      `'--out' (${out}) holds what kubewhere did not write (${some}${entries.length > 3 ? ', …' : ''}); ${FIX}, or empty that one yourself`,
    );
  }
  if (requestFile !== undefined && isInside(realpathSync(requestFile), target)) {
    throw new CommandError(`'--out' (${out}) holds the request file, which would be lost; ${FIX}`);
  }
  return target;
}

const FIX = "choose another folder with '--out'";

function realPath(out: string, path: string): string {
  try {
    return realpathSync(path);
  } catch {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new CommandError(`'--out' (${out}) is a symbolic link that leads nowhere; ${FIX}`);
    }
    return path;
  }
}

function list(out: string, target: string): readonly string[] | undefined {
  const found = statSync(target, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isDirectory()) throw new CommandError(`'--out' (${out}) is a file; ${FIX}`);
  return readdirSync(target).sort();
}

function isOurs(target: string): boolean {
  try {
    const mark: unknown = JSON.parse(readFileSync(join(target, MARK_FILE), 'utf8'));
    if (typeof mark !== 'object' || mark === null || !('schema' in mark)) return false;
    const { schema } = mark;
    return typeof schema === 'string' && MARK_SCHEMAS.some((known) => schema.startsWith(known));
  } catch {
    return false;
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
