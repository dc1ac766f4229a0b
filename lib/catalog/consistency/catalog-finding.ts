/** One thing in a catalogue that cannot be right, or is too old. */
export interface CatalogFinding {
  /** Id of the rule, such as `price-per-vcpu`. */
  readonly rule: string;
  /** What it is about: `aws/eu-central-1/m7i.large`, or the id of a source. */
  readonly where: string;
  /** A sentence that begins after `where`. */
  readonly message: string;
}

export function catalogFinding(rule: string, where: string, message: string): CatalogFinding {
  return { rule, where, message };
}
