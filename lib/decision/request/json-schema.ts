import { z } from 'zod';
import { requestSchema } from './request-schema';

/** Where the schema of this version of the format is named; nothing is read from there. */
const SCHEMA_ID = 'https://kubewhere.dev/schemas/request-v1.json';

/**
 * JSON Schema (draft 2020-12) of the request file, for editors that complete and check while one writes:
 * put `# yaml-language-server: $schema=request.schema.json` on the first line. It knows keys, types, bounds and
 * defaults; what needs two values at once, or the catalogue, only {@link parseRequest} checks.
 */
export function requestJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(requestSchema, { io: 'input', target: 'draft-2020-12' });
  return { $schema, $id: SCHEMA_ID, title: 'kubewhere request', ...schema };
}
