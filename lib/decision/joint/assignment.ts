/**
 * Least cost of giving each row a column of its own, by the Hungarian method; `Infinity` when there are too few columns.
 * `costs` has as many columns in each row, at least as many as rows; `Infinity` marks what a row cannot have.
 */
export function leastAssignment(costs: readonly (readonly number[])[]): number {
  const rows = costs.length;
  const columns = costs[0]?.length ?? 0;
  if (columns < rows) return rows === 0 ? 0 : Number.POSITIVE_INFINITY;
  // potentials of rows and columns, and the row that holds each column; 0 stands for none, so all count from 1
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const holder = new Int32Array(columns + 1);
  const before = new Int32Array(columns + 1);
  const slack = new Float64Array(columns + 1);
  const done = new Uint8Array(columns + 1);

  for (let row = 1; row <= rows; row += 1) {
    holder[0] = row;
    slack.fill(Number.POSITIVE_INFINITY);
    done.fill(0);
    let column = 0;
    do {
      done[column] = 1;
      const current = holder[column] ?? 0;
      const line = costs[current - 1] ?? [];
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let other = 1; other <= columns; other += 1) {
        if (done[other] === 1) continue;
        const reduced =
          (line[other - 1] ?? Number.POSITIVE_INFINITY) -
          (rowPotential[current] ?? 0) -
          (columnPotential[other] ?? 0);
        if (reduced < (slack[other] ?? 0)) {
          slack[other] = reduced;
          before[other] = column;
        }
        if ((slack[other] ?? 0) < step) {
          step = slack[other] ?? 0;
          next = other;
        }
      }
      if (step === Number.POSITIVE_INFINITY) return step;
      for (let other = 0; other <= columns; other += 1) {
        if (done[other] === 1) {
          const held = holder[other] ?? 0;
          rowPotential[held] = (rowPotential[held] ?? 0) + step;
          columnPotential[other] = (columnPotential[other] ?? 0) - step;
        } else slack[other] = (slack[other] ?? 0) - step;
      }
      column = next;
    } while (holder[column] !== 0);
    while (column !== 0) {
      const previous = before[column] ?? 0;
      holder[column] = holder[previous] ?? 0;
      column = previous;
    }
  }
  let total = 0;
  for (let column = 1; column <= columns; column += 1) {
    const row = holder[column] ?? 0;
    if (row !== 0) total += costs[row - 1]?.[column - 1] ?? 0;
  }
  return total;
}
