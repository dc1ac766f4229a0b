import { parse } from 'yaml';
import { requestJsonSchema } from '../../../lib/decision/request';
import { violations } from './json-schema-check';
import { edit, FULLEST, SHAPES, SHORTEST, withCluster, withRoot } from './texts';

const schema = () => JSON.parse(JSON.stringify(requestJsonSchema()));

function violationsOf(text: string): readonly string[] {
  return violations(schema(), parse(text, { merge: true }));
}

describe('requestJsonSchema', () => {
  it('says what it is', () => {
    const { properties, ...head } = schema();
    expect(head).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:kubewhere:request:v1',
      title: 'kubewhere request',
      description: 'What somebody needs, before anything is decided.',
      type: 'object',
      required: ['apiVersion', 'name', 'planDate', 'clusters'],
      additionalProperties: false,
    });
    expect(Object.keys(properties)).toEqual([
      'apiVersion',
      'name',
      'planDate',
      'clusters',
      'sites',
      'relations',
      'budget',
      'overlays',
      'accounts',
      'terraform',
      'tags',
    ]);
  });

  it('accepts the shortest request, the fullest, and one of pod shapes', () => {
    expect(violationsOf(SHORTEST)).toEqual([]);
    expect(violationsOf(SHAPES)).toEqual([]);
    expect(violationsOf(FULLEST)).toEqual([]);
  });

  it('refuses unknown and missing keys, wrong types, values and names', () => {
    expect(violationsOf(withRoot('clustrs: {}'))).toEqual(['$.clustrs: unknown']);
    expect(violationsOf(edit(SHORTEST, '{ usdPerHour: 95 }', '{}'))).toEqual([
      '$.clusters.api.budget.usdPerHour: missing',
    ]);
    expect(violationsOf(edit(SHORTEST, '"1.34"', '1.34'))).toEqual([
      '$.clusters.api.kubernetesVersion: is no string',
    ]);
    expect(violationsOf(edit(SHORTEST, 'cpu: 24', 'cpu: 0'))).toEqual([
      '$.clusters.api.capacity.cpu: out of bounds',
    ]);
    expect(violationsOf(edit(SHORTEST, '  api:', '  My_API:'))).toEqual([
      '$.clusters.My_API (name): does not match',
    ]);
    expect(violationsOf(edit(SHAPES, 'web: {', 'Web: {'))).toEqual([
      '$.clusters.api.capacity.workloads.Web (name): does not match',
    ]);
    expect(violationsOf(withRoot('accounts: { commitments: { google: { unusedUsdPerMonth: 1 } } }'))).toEqual(
      ['$.accounts.commitments.google (name): is none of the values'],
    );
    expect(violationsOf(withCluster('platforms: { deny: [eks, eks] }'))).toEqual([
      '$.clusters.api.platforms.deny: not unique',
    ]);
    expect(violationsOf(withCluster('security: { apiAccess: { exposure: restricted } }'))).toEqual([
      '$.clusters.api.security.apiAccess: fits 0 alternatives',
    ]);
    expect(violationsOf(withRoot('terraform: { backend: { type: s3, bucket: acme-state } }'))).toEqual([
      '$.terraform.backend: fits 0 alternatives',
    ]);
  });

  it('shows meaning, default and example of a key', () => {
    const cluster = schema().properties.clusters.additionalProperties.properties;
    expect(cluster.availability.properties.zones).toEqual({
      type: 'integer',
      minimum: 1,
      maximum: 10,
      default: 3,
      description: 'Zones, or racks of a site, that the nodes are spread over: at least this many.',
    });
    expect(cluster.security.properties.apiAccess.default).toEqual({ exposure: 'private' });
    expect(cluster.network.properties.podCidr).toEqual({
      type: 'string',
      description: "Range of the pods. Absent: the platform's default.",
      examples: ['10.4.0.0/14'],
    });
  });

  it('describes every key', () => {
    const undescribed: string[] = [];
    const visit = (schema: Record<string, unknown>, path: string) => {
      for (const [key, value] of Object.entries(schema)) {
        if (typeof value !== 'object' || value === null || ['default', 'examples'].includes(key)) continue;
        if (key === 'properties') {
          for (const [name, member] of Object.entries(value)) {
            if (!('description' in member) && !('const' in member)) undescribed.push(`${path}.${name}`);
          }
        }
        visit(value as Record<string, unknown>, `${path}.${key}`);
      }
    };
    visit(schema(), '$');
    expect(undescribed).toEqual([]);
  });

  it('gives examples that it accepts itself', () => {
    const wrong: string[] = [];
    const visit = (schema: Record<string, unknown>, path: string) => {
      const examples = Array.isArray(schema.examples) ? schema.examples : [];
      for (const example of examples) wrong.push(...violations(schema, example, path));
      for (const [key, value] of Object.entries(schema)) {
        if (typeof value === 'object' && value !== null && !['default', 'examples'].includes(key)) {
          visit(value as Record<string, unknown>, `${path}.${key}`);
        }
      }
    };
    visit(schema(), '$');
    expect(wrong).toEqual([]);
  });

  it('is the same every time', () => {
    expect(JSON.stringify(requestJsonSchema())).toBe(JSON.stringify(requestJsonSchema()));
  });
});
