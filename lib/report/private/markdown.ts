/**
 * Text as it stands, inside a paragraph or a cell of GitHub Markdown: what comes from a request or a provider
 * can neither end a cell, nor open HTML, nor become a link or emphasis.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\|*_`[\]~]/g, (character) => `\\${character}`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** An id in code type. Ids have no backtick; one that has is shown escaped instead. */
export function code(id: string): string {
  return id.includes('`') || id.includes('|') || id === '' ? escapeMarkdown(id) : `\`${id}\``;
}

export interface MarkdownColumn {
  readonly head: string;
  readonly align?: 'right';
}

/** A table; cells are Markdown already. */
export function markdownTable(
  columns: readonly MarkdownColumn[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map((column) => column.head)),
    line(columns.map((column) => (column.align === 'right' ? '---:' : '---'))),
    ...rows.map(line),
  ];
}

/** Blocks with one empty line between them; a block without lines is left out. */
export function blocks(...parts: readonly (readonly string[])[]): readonly string[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : ['', ...part]));
}
