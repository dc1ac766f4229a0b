import type { DocumentKind } from '../../document/document-kind';
import { parseDocument } from '../../document/parse-document';
import type { FileProblem } from '../../document/problem';
import type { Catalog } from '../types';
import { crossCheckOverlay } from './cross-check';
import { overlaySchema } from './overlay-schema';
import type { Overlay } from './types';

/** An overlay that is right in every respect, or everything that is wrong with the file. */
export type ParsedOverlay =
  | { readonly ok: true; readonly overlay: Overlay }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

const KIND: DocumentKind = {
  noun: 'an overlay',
  apiVersion: 'kubewhere/overlay/v1',
  // every machine type in every region of three clouds has half of this
  longestText: 2 * 1024 * 1024,
  mostValues: 400_000,
};

/**
 * Reads the text of an overlay: YAML 1.2, of which JSON is a part. `catalog` is what it will be put over: a region, a
 * machine type or a row of hours that it does not have is a mistake, unless the record is a whole new one.
 *
 * Returns all problems at once, sorted by place, and never throws.
 */
export function parseOverlay(text: string, { catalog }: { readonly catalog: Catalog }): ParsedOverlay {
  const parsed = parseDocument(text, {
    kind: KIND,
    schema: overlaySchema,
    crossCheck: (root) => crossCheckOverlay(root, catalog),
  });
  return parsed.ok ? { ok: true, overlay: parsed.value } : parsed;
}
