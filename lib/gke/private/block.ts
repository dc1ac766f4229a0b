/** A block of Terraform, or none where nothing in it is said. */
export function blockOf<T extends object>(block: T): T | undefined {
  return Object.values(block).some((value) => value !== undefined) ? block : undefined;
}

/** A list, or none where it is empty; sorted, so that its order says nothing. */
export function sortedOf(values: readonly string[] | undefined): string[] | undefined {
  return values === undefined || values.length === 0 ? undefined : [...values].sort();
}
