import type { Decision } from '../decision/types';
import type { DecisionRecord } from './record';

/** What still fits on one line, indent and all. */
const LINE = 240;
/** Characters that are handed on at once. */
const CHUNK = 65_536;

/**
 * A decision or its record as JSON with a final newline. What is flat and short stands on one line (a finding, a line of the
 * bill), so that a difference between two decisions reads well.
 *
 * Keys keep the order of the value, which is the same for the same input. A figure that is not known is absent. A decision holds
 * every candidate, finding and figure: some 17 MB for each cluster; {@link writeJson} does not hold it all at once.
 */
export function renderJson(value: Decision | DecisionRecord): string {
  const chunks: string[] = [];
  writeJson(value, (chunk) => chunks.push(chunk));
  return chunks.join('');
}

/** The same, handed on in pieces of some 64 KB. */
export function writeJson(value: Decision | DecisionRecord, write: (chunk: string) => void): void {
  let buffer = '';
  const printLine = (line: string): void => {
    buffer += line;
    if (buffer.length < CHUNK) return;
    write(buffer);
    buffer = '';
  };
  print(value, '', '', '\n', printLine);
  write(buffer);
}

/** Prints a value between what stands before it on its first line and behind it on its last. */
function print(
  value: unknown,
  indent: string,
  before: string,
  after: string,
  printLine: (line: string) => void,
): void {
  const room = LINE - indent.length - before.length;
  const line = isContainer(value) ? onOneLine(value, room, 0) : JSON.stringify(value);
  if (line !== undefined) {
    printLine(`${indent}${before}${line}${after}`);
    return;
  }
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    printLine(`${indent}${before}[\n`);
    for (const [index, item] of value.entries()) {
      print(item ?? null, inner, '', index === value.length - 1 ? '\n' : ',\n', printLine);
    }
    printLine(`${indent}]${after}`);
    return;
  }
  const members = membersOf(value as object);
  printLine(`${indent}${before}{\n`);
  for (const [index, [key, member]] of members.entries()) {
    print(member, inner, `${JSON.stringify(key)}: `, index === members.length - 1 ? '\n' : ',\n', printLine);
  }
  printLine(`${indent}}${after}`);
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Without what is undefined, as JSON has no word for it. */
function membersOf(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, member]) => member !== undefined);
}

/**
 * An object of values and lists of values, or a list of values, on one line; `undefined` when it is longer than the room or
 * holds an object. Stops as soon as it is too long.
 */
function onOneLine(value: object, room: number, depth: number): string | undefined {
  const isList = Array.isArray(value);
  const members = isList ? value.map((item) => ['', item ?? null] as const) : membersOf(value);
  if (members.length === 0) return isList ? '[]' : '{}';
  if (depth > 0 && !isList) return undefined;
  let text = isList ? '[ ' : '{ ';
  let first = true;
  for (const [key, member] of members) {
    const printed = isContainer(member) ? onOneLine(member, room, depth + 1) : JSON.stringify(member);
    if (printed === undefined) return undefined;
    text += `${first ? '' : ', '}${isList ? '' : `${JSON.stringify(key)}: `}${printed}`;
    first = false;
    if (text.length > room) return undefined;
  }
  text += isList ? ' ]' : ' }';
  return text.length > room ? undefined : text;
}
