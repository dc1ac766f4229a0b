import CliTable3 from 'cli-table3';
import { wrap } from './wrap';

/** A column whose cells are never broken. */
export interface TextColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
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

const GAP = '  ';
const NOTE_INDENT = '    ';

/** Width of the columns without the note, so that a caller can drop a column that does not fit. */
export function widthOfColumns(table: TextTable): number {
  return table.columns.reduce((total, _, index) => total + widest(table, index) + GAP.length, 0);
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
  const available = table.width - widthOfColumns(table);
  const hasNotes = table.noteHead !== '';
  const rows = table.rows.map(({ cells, note, paint }) => [
    ...cells.map(paint),
    ...(hasNotes ? [wrap(note, available).map(paint).join('\n')] : []),
  ]);
  const heads = table.columns.map((column) => column.head);
  return draw(table, hasNotes ? [...heads, table.noteHead] : heads, rows);
}

function below(table: TextTable): readonly string[] {
  const heads = table.columns.map((column) => column.head);
  const [head, rule, ...lines] = draw(
    table,
    heads,
    table.rows.map(({ cells, paint }) => cells.map(paint)),
  );
  const body = table.rows.flatMap(({ note, paint }, index) => [
    lines[index] ?? '',
    ...(note === ''
      ? []
      : wrap(note, table.width - NOTE_INDENT.length).map((line) => `${NOTE_INDENT}${paint(line)}`)),
  ]);
  return [head ?? '', rule ?? '', ...body];
}

function draw(
  table: TextTable,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const drawn = new CliTable3({
    head: [...heads],
    colAligns: [...table.columns.map((column) => column.align), 'left'],
    // `head: []` also keeps the package from colouring by itself
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
    chars: {
      top: '',
      'top-mid': '',
      'top-left': '',
      'top-right': '',
      bottom: '',
      'bottom-mid': '',
      'bottom-left': '',
      'bottom-right': '',
      left: '',
      'left-mid': '',
      mid: '─',
      'mid-mid': '──',
      right: '',
      'right-mid': '',
      middle: GAP,
    },
  });
  drawn.push(...rows.map((row) => [...row]));
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}

function widest(table: TextTable, index: number): number {
  const head = table.columns[index]?.head.length ?? 0;
  return table.rows.reduce((most, row) => Math.max(most, row.cells[index]?.length ?? 0), head);
}
