import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError } from './command-error';
import type { Io } from './io';
import { errorCode, systemErrorWords } from './system-error';

/** Far above any file that is read here; keeps a wrong file name from filling the memory. */
const LARGEST_BYTES = 4 * 1024 * 1024;

/** What a file is called in messages; `-` is the standard input. */
export function fileLabel(file: string): string {
  return file === '-' ? '<stdin>' : file;
}

/**
 * Reads a text file, or the standard input for `-`. `noun` is what the file is to be, for messages.
 *
 * @throws CommandError in one line when it is missing, unreadable, a folder, too large, or no UTF-8 text.
 */
export async function readText(file: string, io: Io, noun = 'request'): Promise<string> {
  return decode(file, file === '-' ? await readStdin(io, noun) : readFile(file, io.cwd, noun), noun);
}

async function readStdin(io: Io, noun: string): Promise<Uint8Array> {
  if (io.stdin.isTTY) io.stderr.write(`reading the ${noun} from the terminal; end it with Ctrl-D\n`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of io.stdin.chunks()) {
    size += chunk.length;
    if (size > LARGEST_BYTES) throw tooLarge('-', noun);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function readFile(file: string, cwd: string, noun: string): Uint8Array {
  if (file === '') throw new CommandError(`the name of the ${noun} file is empty`);
  const path = resolve(cwd, file);
  try {
    if (statSync(path).isDirectory()) {
      throw new CommandError(`${file} is a folder; name the ${noun} file in it`);
    }
    return readBounded(file, path, noun);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    if (errorCode(error) === 'ENOENT') throw new CommandError(`${file} does not exist`);
    const words = systemErrorWords(error);
    if (words === undefined) throw error;
    throw new CommandError(`cannot read ${file}: ${words}`);
  }
}

/** Piece by piece, so that a pipe (`<(…)`) can be read and an endless device is given up. */
function readBounded(file: string, path: string, noun: string): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const chunk = Buffer.alloc(64 * 1024);
      const read = readSync(descriptor, chunk);
      if (read === 0) return Buffer.concat(chunks);
      size += read;
      if (size > LARGEST_BYTES) throw tooLarge(file, noun);
      chunks.push(chunk.subarray(0, read));
    }
  } finally {
    closeSync(descriptor);
  }
}

function decode(file: string, bytes: Uint8Array, noun: string): string {
  if (bytes.includes(0))
    throw new CommandError(`${fileLabel(file)} is a binary file, not ${article(noun)} ${noun}`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandError(`${fileLabel(file)} is not UTF-8 text; save it as UTF-8`);
  }
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}

function tooLarge(file: string, noun: string): CommandError {
  return new CommandError(
    `${fileLabel(file)} is larger than ${LARGEST_BYTES / 1024 / 1024} MiB; ${article(noun)} ${noun} is never`,
  );
}
