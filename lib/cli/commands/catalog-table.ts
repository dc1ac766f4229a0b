/** A column of a plain table. */
export interface PlainColumn {
  readonly head: string;
  /** @default 'left' */
  readonly align?: 'left' | 'right';
}

const GAP = '  ';

/** Lines of a table without a frame, as wide as its cells: what is looked up is copied, so nothing is cut or wrapped. */
export function plainTable(
  columns: readonly PlainColumn[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const widths = columns.map(({ head }, index) =>
    rows.reduce((widest, row) => Math.max(widest, row[index]?.length ?? 0), head.length),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, index) => {
        const cell = cells[index] ?? '';
        const width = widths[index] ?? 0;
        return align === 'right' ? cell.padStart(width) : cell.padEnd(width);
      })
      .join(GAP)
      .trimEnd();
  return [
    line(columns.map(({ head }) => head)),
    line(widths.map((width) => '─'.repeat(width))),
    ...rows.map(line),
  ];
}
