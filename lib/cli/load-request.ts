import { dirname, isAbsolute, join } from 'node:path';
import type { Catalog } from '../catalog/types';
import type { ParsedRequest } from '../decision/request/parse';
import type { Request } from '../decision/request/types';
import { fileProblems } from './file-problems';
import type { Io } from './io';
import { loadCatalog } from './load-catalog';
import { readText } from './read-text';
import type { Tools } from './tools';

/** A request and the facts that it is to be decided by. */
export interface Inputs {
  readonly request: Request;
  readonly catalog: Catalog;
}

/**
 * Reads and checks a request file, and puts its overlays over the catalogue, then those of the arguments. Names in the file are
 * relative to it, arguments to the working folder.
 *
 * @throws CommandError with every problem of the file as `file:line:column path: message`, or of the first overlay that is wrong.
 */
export async function loadRequest(
  file: string,
  overlays: readonly string[],
  io: Io,
  tools: Tools,
): Promise<Inputs> {
  const text = await readText(file, io);
  const embedded = tools.catalog();
  const first = parse(text, embedded, tools);
  // an overlay may bring the region that the request is found wrong for
  const named = first.ok ? first.request.overlays : overlaysNamed(text, tools);
  const files = [...named.map((overlay) => besideRequest(file, overlay)), ...overlays];
  if (files.length === 0) return { request: orProblems(file, first, tools), catalog: embedded };

  const catalog = await loadCatalog({ overlays: files, relativeTo: '.' }, io, tools);
  return { request: orProblems(file, parse(text, catalog, tools), tools), catalog };
}

function parse(text: string, catalog: Catalog, tools: Tools): ParsedRequest {
  return tools.parseRequest(text, { regions: catalog.regions.map((region) => region.id) });
}

/** Of a request in which nothing but the names of regions can be wrong. */
function overlaysNamed(text: string, tools: Tools): readonly string[] {
  const parsed = tools.parseRequest(text, {});
  return parsed.ok ? parsed.request.overlays : [];
}

function besideRequest(file: string, overlay: string): string {
  return file === '-' || isAbsolute(overlay) ? overlay : join(dirname(file), overlay);
}

function orProblems(file: string, parsed: ParsedRequest, tools: Tools): Request {
  if (parsed.ok) return parsed.request;
  throw fileProblems(file, parsed.problems, tools);
}
