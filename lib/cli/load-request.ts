import type { Catalog } from '../catalog/types';
import type { Request } from '../decision/request/types';
import { CommandError } from './command-error';
import type { Io } from './io';
import { fileLabel, readText } from './read-text';
import type { Tools } from './tools';

/**
 * Reads and checks a request file.
 *
 * @throws CommandError with every problem of the file as `file:line:column path: message`.
 */
export async function loadRequest(file: string, catalog: Catalog, io: Io, tools: Tools): Promise<Request> {
  const text = await readText(file, io);
  const parsed = tools.parseRequest(text, {
    platforms: tools.platforms(),
    regions: catalog.regions.map((region) => region.id),
  });
  if (parsed.ok) return parsed.request;
  const label = fileLabel(file);
  const count = parsed.problems.length;
  throw new CommandError(
    `${count} ${count === 1 ? 'problem' : 'problems'} in ${label}; nothing was written`,
    undefined,
    parsed.problems.map((problem) => tools.formatProblem(label, problem)),
  );
}
