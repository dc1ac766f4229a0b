/** An optional peer package that the chosen platform needs is not installed. */
export class MissingPeerError extends Error {
  public constructor(
    public readonly platform: string,
    public readonly packageName: string,
  ) {
    super(
      `platform '${platform}' needs the package ${packageName}, which is not installed; install it with 'npm install ${packageName}'`,
    );
    this.name = 'MissingPeerError';
  }
}

/**
 * Runs a loader and turns Node's "Cannot find module" for exactly this package into a {@link MissingPeerError}. Any other
 * error passes: a missing file of our own is a bug and must look like one.
 */
export function withPeer<T>(platform: string, packageName: string, load: () => T): T {
  try {
    return load();
  } catch (error) {
    if (isModuleNotFound(error) && error.message.includes(`'${packageName}/`)) {
      throw new MissingPeerError(platform, packageName);
    }
    throw error;
  }
}

function isModuleNotFound(error: unknown): error is { readonly message: string } {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'MODULE_NOT_FOUND';
}
