/** A refresh that could not be completed, in a sentence for the person who asked for it. Nothing was written. */
export class RefreshError extends Error {
  public constructor(message: string) {
    super(message);
    this.name = 'RefreshError';
  }
}

/**
 * Loads the client of a price list, which is no dependency of this package: few refresh prices, and the clients are large.
 *
 * @throws RefreshError when it is not installed. Any other failure to load it is passed on.
 */
export function loadClient<T>(name: string, load: () => T): T {
  try {
    return load();
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND';
    // what the client itself fails to find is a defect of its installation
    if (!missing || !error.message.includes(`'${name}'`)) throw error;
    throw new RefreshError(
      `this needs the package ${name}, which is not installed; run 'npm install ${name}'`,
    );
  }
}
