/** Whether a value carries a symbol that its class put on it; works across copies of the package, where `instanceof` does not. */
export function carries(value: unknown, mark: symbol): value is object {
  return typeof value === 'object' && value !== null && mark in value;
}
