import { GKE_NEWER_ATTRIBUTES } from '../../lib/gke';
import { googleVersion } from '../gke/control-plane-stack';
import { autopilot, FULL_AUTOPILOT, fullStandard } from '../gke/mode-stacks';
import { GKE_NEWER_SCHEMA } from '../support/gke-newer-schema';
import type { SynthesizedStack } from '../support/synthesized';
import { describeTerraform, lifecycle } from '../support/terraform';
import type { BlockSchema } from '../support/terraform/private/schema';

const STANDARD = JSON.parse(fullStandard()) as SynthesizedStack;
const AUTOPILOT = JSON.parse(autopilot(FULL_AUTOPILOT)) as SynthesizedStack;

/** Whether a body has something at a path. */
function holds(body: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return body !== undefined;
  return typeof body === 'object' && body !== null && holds((body as Record<string, unknown>)[name], rest);
}

/** Names of the newer attributes that a stack sets. */
function newerIn({ resource = {} }: SynthesizedStack): readonly string[] {
  return Object.entries(GKE_NEWER_ATTRIBUTES)
    .filter(([, { resourceType, path }]) =>
      Object.values(resource[resourceType] ?? {}).some((body) => holds(body, path.split('.'))),
    )
    .map(([name]) => name);
}

/** Whether a schema has an attribute or a block at a path. */
function knows(schema: BlockSchema | undefined, [name = '', ...rest]: readonly string[]): boolean {
  const nested = schema?.blocks[name];
  if (rest.length > 0) return knows(nested?.block, rest);
  return nested !== undefined || schema?.attributes[name] !== undefined;
}

describe('the full clusters', () => {
  it('set every attribute that is newer than the bindings', () => {
    const set = new Set([...newerIn(STANDARD), ...newerIn(AUTOPILOT)]);
    expect([...set].sort()).toEqual(Object.keys(GKE_NEWER_ATTRIBUTES).sort());
  });

  it('ask for a provider that has all of theirs', () => {
    expect([googleVersion(STANDARD), googleVersion(AUTOPILOT)]).toEqual([
      '>= 7.45.0, < 8.0.0',
      '>= 7.42.0, < 8.0.0',
    ]);
  });
});

describe('attributes that are newer than the bindings', () => {
  it('are all known to the provider, by its own pages', () => {
    const unknown = Object.values(GKE_NEWER_ATTRIBUTES).filter(
      ({ resourceType, path }) => !knows(GKE_NEWER_SCHEMA[resourceType], path.split('.')),
    );
    expect(unknown).toEqual([]);
  });
});

describeTerraform('attributes that are newer than the bindings, on a provider that has them not', () => {
  it('are refused', async () => {
    await expect(lifecycle(autopilot(FULL_AUTOPILOT), { until: 'plan' })).rejects.toThrow(
      /no argument, nested block, or exported attribute named|Extraneous JSON object property/,
    );
  });
});
