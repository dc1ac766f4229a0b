import { textWidth } from './private/text-width';
import { wrap } from './private/wrap';

/** A column whose cells are never broken. */
export interface TextColumn {
  readonly head: string;
  /** @default 'left' */
  readonly align?: 'left' | 'right';
}

export interface TextRow {
  /** One per column. */
  readonly cells: readonly string[];
  /** Free text behind the columns, wrapped. May be empty. */
  readonly note: string;
  /** Applied to every cell and to every line of the note by itself, so that no code crosses a line. */
  readonly paint: (text: string) => string;
}

export interface TextTable {
  readonly columns: readonly TextColumn[];
  readonly noteHead: string;
  readonly rows: readonly TextRow[];
  readonly width: number;
  /** A note column narrower than this reads worse than a note below its row. */
  readonly narrowestNote: number;
}

/** Text as it stands. */
const same = (text: string): string => text;

/** Lines of a table that is as wide as its cells: what is looked up is copied, so nothing is cut or wrapped. */
export function renderPlainTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  return renderTextTable({
    columns,
    noteHead: '',
    rows: rows.map((cells) => ({ cells, note: '', paint: same })),
    width: Number.POSITIVE_INFINITY,
    narrowestNote: 0,
  });
}

const GAP = '  ';
const NOTE_INDENT = '    ';

/** Width of the columns without the note, so that a caller can drop a column that does not fit. */
export function widthOfColumns(table: TextTable): number {
  return widthsOf(table).reduce((total, width) => total + width + GAP.length, 0);
}

/** Whether the notes stand beside their rows at this width. */
export function notesFitBeside(table: TextTable): boolean {
  return table.width - widthOfColumns(table) >= table.narrowestNote;
}

/**
 * Lines of a table without a frame: a head, a rule, the rows. The note is a last column where that leaves it room,
 * else it stands indented below its row.
 */
export function renderTextTable(table: TextTable): readonly string[] {
  return notesFitBeside(table) ? beside(table) : below(table);
}

function beside(table: TextTable): readonly string[] {
  const widths = widthsOf(table);
  if (table.noteHead === '') {
    return [...head(table, widths), ...table.rows.map((row) => lineOf(table, widths, row.cells, row.paint))];
  }
  const available = table.width - widthOfColumns(table);
  const notes = table.rows.map(({ note }) => wrap(note, available));
  const noteWidth = notes
    .flat()
    .reduce((most, line) => Math.max(most, textWidth(line)), textWidth(table.noteHead));
  const blank = widths.map((width) => ' '.repeat(width)).join(GAP);
  const [heads = '', rule = ''] = head(table, widths, false);
  return [
    `${heads}${GAP}${table.noteHead}`.trimEnd(),
    `${rule}──${'─'.repeat(noteWidth)}`,
    ...table.rows.flatMap(({ cells, paint }, index) =>
      (notes[index] ?? []).map((line, position) => {
        const front = position === 0 ? lineOf(table, widths, cells, paint, false) : blank;
        return `${front}${GAP}${paint(line)}`.trimEnd();
      }),
    ),
  ];
}

function below(table: TextTable): readonly string[] {
  const widths = widthsOf(table);
  const body = table.rows.flatMap(({ cells, note, paint }) => [
    lineOf(table, widths, cells, paint),
    ...(note === ''
      ? []
      : wrap(note, table.width - NOTE_INDENT.length).map((line) => `${NOTE_INDENT}${paint(line)}`)),
  ]);
  return [...head(table, widths), ...body];
}

function head(table: TextTable, widths: readonly number[], isWhole = true): readonly string[] {
  const heads = table.columns.map((column) => column.head);
  return [lineOf(table, widths, heads, same, isWhole), widths.map((width) => '─'.repeat(width)).join('──')];
}

/** Blanks that fill a cell stay outside of its paint. */
function lineOf(
  { columns }: TextTable,
  widths: readonly number[],
  cells: readonly string[],
  paint: TextRow['paint'],
  isWhole = true,
): string {
  const line = columns
    .map(({ align }, index) => {
      const cell = cells[index] ?? '';
      const blank = ' '.repeat((widths[index] ?? 0) - textWidth(cell));
      return align === 'right' ? `${blank}${paint(cell)}` : `${paint(cell)}${blank}`;
    })
    .join(GAP);
  return isWhole ? line.trimEnd() : line;
}

function widthsOf({ columns, rows }: TextTable): readonly number[] {
  return columns.map((column, index) =>
    rows.reduce((most, row) => Math.max(most, textWidth(row.cells[index] ?? '')), textWidth(column.head)),
  );
}
