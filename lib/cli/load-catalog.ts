import { isAbsolute, join } from 'node:path';
import type { Catalog } from '../catalog/types';
import { fileProblems } from './file-problems';
import type { Io } from './io';
import { readText } from './read-text';
import type { Tools } from './tools';

/** Which overlays to put over the catalogue of the package. */
export interface CatalogFiles {
  /** In the order in which they are put over; of two that speak of the same figure the later one wins. */
  readonly overlays: readonly string[];
  /** Folder that their names are relative to: the working folder for arguments, the request's for those that it names. */
  readonly relativeTo: string;
}

/**
 * The catalogue of the package with the overlays over it.
 *
 * @throws CommandError when one cannot be read, or with every problem of the first that is wrong as
 * `file:line:column path: message`.
 */
export async function loadCatalog(
  { overlays, relativeTo }: CatalogFiles,
  io: Io,
  tools: Tools,
): Promise<Catalog> {
  let catalog = tools.catalog();
  for (const overlay of overlays) {
    const file = overlay === '-' || isAbsolute(overlay) ? overlay : join(relativeTo, overlay);
    catalog = applyFile(file, await readText(file, io, 'overlay'), catalog, tools);
  }
  return catalog;
}

function applyFile(file: string, text: string, catalog: Catalog, tools: Tools): Catalog {
  const parsed = tools.parseOverlay(text, catalog);
  if (parsed.ok) return tools.applyOverlay(catalog, parsed.overlay);
  throw fileProblems(file, parsed.problems, tools);
}
