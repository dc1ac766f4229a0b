/** Compares by code unit, so that an order never depends on the language of a machine. */
export function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
