/** What the operating system says no to, in words. Codes that only a mistake of ours can cause are not here. */
const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  EIO: 'the disk reports an error',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files',
  EBUSY: 'it is in use, perhaps a mount point',
  EXDEV: 'it lies on another file system than the folder around it',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its symbolic links go round in circles',
  ENOTDIR: 'a part of the path is not a folder',
};

/** Code of an error of the system such as `ENOENT`; `undefined` for any other value. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Whether the system refused something that a correct program may try. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return Object.hasOwn(WORDS, errorCode(error) ?? '');
}

/**
 * An error of the system with the name of what was to be written: it names none when the disk is full half-way through a file, and
 * otherwise what lies beside the target, which nobody knows who ran the command.
 */
export function aboutTarget(error: unknown, target: string, staging: string): unknown {
  if (!isSystemError(error)) return error;
  const { path = staging } = error;
  if (path === staging || path.startsWith(`${staging}/`))
    error.path = `${target}${path.slice(staging.length)}`;
  return error;
}

/** `cannot write /srv/cdktf.out: no space left on the disk`. */
export function systemErrorText(error: NodeJS.ErrnoException): string {
  const words = WORDS[error.code ?? ''] ?? error.message;
  return `cannot write${error.path === undefined ? '' : ` ${error.path}`}: ${words}`;
}

/** The words alone, for a message that names the file itself; `undefined` for what is not in the list. */
export function systemErrorWords(error: unknown): string | undefined {
  return isSystemError(error) ? WORDS[error.code ?? ''] : undefined;
}
