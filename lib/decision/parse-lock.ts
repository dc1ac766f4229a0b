import * as z from 'zod';
import type { DecisionLock } from './lock';

/** A lock that is whole, or what is wrong with the text. */
export type ParsedLock =
  | { readonly ok: true; readonly lock: DecisionLock }
  | { readonly ok: false; readonly problem: string };

const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const amount = z.number().nonnegative();
const count = z.int().nonnegative();
const resources = z.strictObject({ milliCpu: amount, memoryMib: amount, pods: amount });

const pool = z.strictObject({
  name: z.string().min(1),
  machineType: z.string().min(1),
  architecture: z.enum(['amd64', 'arm64']),
  nodesPerZone: count,
  nodes: count,
  microUsdPerHour: amount,
  // locks of before there were interruptible pools do not say it
  interruptible: z.boolean().default(false),
  machines: z.array(z.string()).optional(),
});

const lockedCluster = z.strictObject({
  candidate: z.string().regex(/^[^/]+\/[^/]+\/[^/]+$/),
  objectiveMicroUsd: amount.optional(),
  moneyMicroUsd: z.number().optional(),
  hoursPerMonth: amount,
  scorePpm: count.optional(),
  accepted: z.array(z.string()),
  unknown: z.array(z.string()).optional(),
  acceptedReason: z.string().optional(),
  overrides: z.record(z.string(), z.string()).optional(),
  considered: z
    .strictObject({ candidates: count, feasible: count, failed: z.record(z.string(), count) })
    .optional(),
  sizedFor: hash,
  sizing: z.strictObject({
    kind: z.literal('sized'),
    pools: z.array(pool).min(1),
    allocatable: resources,
    afterZoneLoss: resources,
  }),
});

const lockSchema = z.strictObject({
  schema: z.literal('kubewhere/lock/v1'),
  engine: count.optional(),
  request: z.strictObject({ name: z.string(), hash }),
  catalog: z.strictObject({ asOf: z.string(), hash, overlay: hash.optional() }),
  clusters: z.record(z.string(), lockedCluster),
}) satisfies z.ZodType<DecisionLock>;

/**
 * Reads the text of a lock file and checks its form. Returns one sentence that names the first wrong key, and never throws.
 * Whoever gets a problem must stop: to go on without the lock could move a running cluster.
 */
export function parseLock(text: string): ParsedLock {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'it is not JSON' };
  }
  const parsed = lockSchema.safeParse(content);
  if (parsed.success) return { ok: true, lock: parsed.data };
  const newer = schemaOf(content);
  if (newer !== undefined && newer !== lockSchema.shape.schema.value) {
    return {
      ok: false,
      problem: `it has the schema '${newer}' and this version of kubewhere reads '${lockSchema.shape.schema.value}'`,
    };
  }
  const path = parsed.error.issues[0]?.path.join('.') ?? '';
  return { ok: false, problem: path === '' ? 'it is no map' : `'${path}' is missing or wrong` };
}

/** The schema that the content claims, if it is one of ours. */
function schemaOf(content: unknown): string | undefined {
  if (typeof content !== 'object' || content === null || !('schema' in content)) return undefined;
  const { schema } = content;
  return typeof schema === 'string' && schema.startsWith('kubewhere/lock/') ? schema : undefined;
}
