import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedCatalog } from '../../lib/catalog';
import { type Decision, decide, parseRequest, type Request } from '../../lib/decision';
import { synthesizeDecision } from '../../lib/fleet';

export const EXAMPLES = join(__dirname, '..', '..', 'examples');

/** Reads an example request; one that is refused fails the test with its problems. */
export function exampleRequest(file: string): Request {
  const parsed = parseRequest(readFileSync(join(EXAMPLES, file), 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, undefined, 2));
  return parsed.request;
}

/** What the command decides on it. */
export function decideExample(request: Request): Decision {
  return decide(request, embeddedCatalog());
}

/** Synthesizes a request as `kubewhere synth` does and returns the folder of each stack, in the order of the clusters. */
export function synthesizeRequest(request: Request): readonly string[] {
  const outdir = mkdtempSync(join(tmpdir(), 'kubewhere-example-'));
  const { stacks } = synthesizeDecision({ request, decision: decideExample(request), outdir });
  return stacks.map((stack) => join(outdir, 'stacks', stack.name));
}

/** The same request with its clusters open to destruction. */
export function withoutDeletionProtection(request: Request): Request {
  const clusters = Object.entries(request.clusters).map(([key, cluster]) => [
    key,
    { ...cluster, deletionProtection: false },
  ]);
  return { ...request, clusters: Object.fromEntries(clusters) };
}
