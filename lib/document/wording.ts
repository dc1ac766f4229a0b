import type { SourceNode } from './source-node';

const LONGEST_QUOTE = 60;
const MOST_QUOTED = 20;

/**
 * Text with everything escaped that could move the cursor, colour a terminal, reverse the reading direction
 * or break the one line that a problem is: the file may come from anybody.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\t') return '\\t';
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}

/** A value of the file inside single quotes, shortened when it is long. */
export function quote(text: string): string {
  return `'${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}'`;
}

/** `'a', 'b', 'c'`; numbers without quotes. Long lists, of names in the file, are cut. */
export function quoteAll(values: readonly unknown[]): string {
  const shown = values
    .slice(0, MOST_QUOTED)
    .map((value) => (typeof value === 'string' ? quote(value) : String(value)));
  const rest = values.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

/** What stands in the file, in the words of the file: `1.30` and not the `1.3` that YAML makes of it. */
export function describeFound(node: SourceNode | undefined): string {
  if (node === undefined) return 'nothing';
  if (node.kind === 'map') return 'a map';
  if (node.kind === 'list') return 'a list';
  if (node.value === null) return 'nothing';
  if (typeof node.value === 'string') return quote(node.value);
  return node.source.length > LONGEST_QUOTE ? `${node.source.slice(0, LONGEST_QUOTE)}…` : node.source;
}

/** A value as it would be written in the file on one line: `{ exposure: private }`. */
export function renderExample(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(renderExample).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, entry]) => `${key}: ${renderExample(entry)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  if (typeof value === 'string' && !/^[A-Za-z][\w./ -]*$/.test(value)) return `"${value}"`;
  return String(value);
}

/** The first sentence of a description, in the form that can follow inside another sentence. */
export function firstSentence(description: string): string {
  const sentence = description.split(/\.(?:\s|$)/)[0] ?? description;
  // words such as `IAM` keep their capitals
  return /^[A-Z][a-z]/.test(sentence) || /^A /.test(sentence)
    ? `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
    : sentence;
}
