import { types } from 'node:util';
import { CommandError } from './command-error';
import { EXIT, type ExitCode } from './exit-codes';
import type { Io } from './io';
import { bugTracker } from './package-info';
import { isSystemError, systemErrorText } from './system-error';

const { isNativeError } = types;

/**
 * Errors of the library that speak to the person who wrote the request. Known by name, because loading their classes
 * to compare would load what they come from.
 */
const FOR_THE_READER: ReadonlySet<string> = new Set(['ValidationError', 'MissingPeerError']);

/** Says on stderr what went wrong and returns the exit code. Only a bug shows a stack, and only with KUBEWHERE_DEBUG=1. */
export function reportFailure(error: unknown, io: Io): ExitCode {
  if (error instanceof CommandError) {
    for (const line of error.details) io.stderr.write(`${printable(line)}\n`);
    io.stderr.write(`error: ${printable(error.message)}\n`);
    return error.exitCode;
  }
  if (isNativeError(error) && FOR_THE_READER.has(error.name)) {
    io.stderr.write(`error: ${printable(error.message)}\n`);
    return EXIT.wrong;
  }
  const invalid = isNativeError(error) ? failedValidations(error.message) : [];
  if (invalid.length > 0) {
    for (const line of invalid) io.stderr.write(`${printable(line)}\n`);
    io.stderr.write('error: what was decided cannot be defined with this request; nothing was written\n');
    return EXIT.wrong;
  }
  if (isSystemError(error)) {
    io.stderr.write(`error: ${printable(systemErrorText(error))}; nothing was replaced\n`);
    return EXIT.notWritten;
  }
  const text = isNativeError(error) ? `${error.name}: ${error.message}` : String(error);
  const debug = io.env.KUBEWHERE_DEBUG === '1';
  const how = debug ? '' : ' with the output of KUBEWHERE_DEBUG=1';
  io.stderr.write(
    `error: this is a bug in kubewhere (${printable(text.split('\n')[0] ?? '')}); please report it to ${bugTracker()}${how}\n`,
  );
  if (debug) io.stderr.write(`${isNativeError(error) ? (error.stack ?? text) : text}\n`);
  return EXIT.bug;
}

/**
 * What constructs found wrong when they were synthesized, one line each: pools that have outgrown a range, say. The engine
 * gathers it in a plain Error and adds advice about code, which the writer of a request has none of.
 */
function failedValidations(message: string): readonly string[] {
  const [first, ...rest] = message.split('\n');
  if (first !== 'Validation failed with the following errors:') return [];
  return rest.filter((line) => line.startsWith('  [')).map((line) => line.trim());
}

/** Text of a request may hold escape codes; a terminal must not obey them. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, (character) => {
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}
