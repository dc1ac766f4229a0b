import { contentHash } from '../../values';
import type { Request } from './types';

/**
 * Identifies what a request asks for, as `sha256:<64 hexadecimal digits>`. It is taken of the checked request, so
 * that comments, the order of keys, and defaults that are written out do not matter; the order of lists does.
 */
export function requestHash(request: Request): string {
  return contentHash(request);
}
