import type { Decision } from '../decision/types';

/** What still fits on one line, indent and all. */
const LINE = 240;

/**
 * The whole decision as JSON with a final newline: every candidate, finding and figure. What is flat and short stands on
 * one line (a finding, a line of the bill), so that a difference between two decisions reads well.
 *
 * Keys keep the order of the decision, which is the same for the same input. A figure that is not known is absent.
 */
export function renderJson(decision: Decision): string {
  const folded: string[] = [];
  const open: Open[] = [];
  for (const line of JSON.stringify(decision, null, 2).split('\n')) {
    const parent = open.at(-1);
    // a line break in a text is escaped, so a bracket at the end of a line is one of the structure
    if (line.endsWith('{') || line.endsWith('[')) {
      open.push({ start: folded.length, width: line.length, flat: true });
      folded.push(line);
    } else if (parent !== undefined && isClosing(line, open.length - 1)) {
      open.pop();
      close(folded, line, parent, open.at(-1), open.length);
    } else {
      folded.push(line);
      if (parent !== undefined) parent.width += line.length - 2 * open.length + 1;
    }
  }
  return `${folded.join('\n')}\n`;
}

/** A bracket that is not closed yet: the line it stands on, and what its content would take on one line. */
interface Open {
  readonly start: number;
  width: number;
  /** Holds values and lists of values, and no object. */
  flat: boolean;
}

function isClosing(line: string, depth: number): boolean {
  const character = line[2 * depth];
  return character === '}' || character === ']';
}

function close(folded: string[], line: string, closed: Open, parent: Open | undefined, depth: number): void {
  const end = line.slice(2 * depth);
  const fits = closed.flat && closed.width + 1 + end.length <= LINE;
  if (fits) {
    const [first = '', ...rest] = folded.splice(closed.start);
    folded.push([first, ...rest.map((part) => part.slice(2 * (depth + 1))), end].join(' '));
  } else {
    folded.push(line);
  }
  if (parent === undefined) return;
  if (fits && end.startsWith(']')) parent.width += (folded.at(-1)?.length ?? 0) - 2 * depth + 1;
  else parent.flat = false;
}
