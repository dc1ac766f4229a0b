import * as z from 'zod';
import { requestSchema } from './request-schema';

/** Names the schema; a URN, because nothing is read from there. */
const SCHEMA_ID = 'urn:kubewhere:request:v1';

/**
 * JSON Schema (draft 2020-12) of the request file, for editors that complete and check while one writes:
 * `# yaml-language-server: $schema=request.schema.json` on the first line of a request turns it on. It knows keys, types,
 * bounds, defaults and examples; what needs two values at once, or the catalogue, is left to `parseRequest`.
 */
export function requestJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(requestSchema, {
    io: 'input',
    target: 'draft-2020-12',
    override({ zodSchema, jsonSchema }) {
      // every list of a request is a set
      if (jsonSchema.type === 'array') jsonSchema.uniqueItems = true;
      // zod leaves defaults and examples out where a value is changed in reading; ours are what is written in the file
      const definition = zodSchema._zod.def;
      if ('defaultValue' in definition) jsonSchema.default ??= structuredClone(definition.defaultValue);
      const examples = z.globalRegistry.get(zodSchema)?.examples;
      if (Array.isArray(examples)) jsonSchema.examples = [...examples];
    },
  });
  return { $schema, $id: SCHEMA_ID, title: 'kubewhere request', ...schema };
}
