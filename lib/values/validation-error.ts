/** Anything that has a place in a construct tree; a CDK construct fits, without this file importing the CDK. */
export interface Located {
  readonly node: { readonly path: string };
}

/**
 * A value that a person must correct: a prop, an option, a literal handed to a value object.
 *
 * The message names the thing, the value found, the values allowed and the fix. When a construct is
 * given, its path in the tree is put in front and kept in `constructPath`, so that the reader of a large
 * app knows which of forty clusters is meant.
 */
export class ValidationError extends Error {
  /** Whether an error is one of these; works across copies of the package, where `instanceof` does not. */
  public static isValidationError(value: unknown): value is ValidationError {
    return value instanceof Error && value.name === 'ValidationError';
  }

  /** Path of the construct that refused the value; `undefined` for value objects that stand outside a tree. */
  public readonly constructPath: string | undefined;

  public constructor(message: string, scope?: Located) {
    super(scope ? `[${scope.node.path}] ${message}` : message);
    this.name = 'ValidationError';
    this.constructPath = scope?.node.path;
  }
}
