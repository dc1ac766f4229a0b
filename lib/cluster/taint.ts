import { ValidationError } from '../values';
import { whenResolved } from './private/tokens';

/** What happens to pods that do not tolerate a taint; the names are Kubernetes' own. */
export enum TaintEffect {
  NO_SCHEDULE = 'NoSchedule',
  PREFER_NO_SCHEDULE = 'PreferNoSchedule',
  NO_EXECUTE = 'NoExecute',
}

/**
 * Keeps pods away from nodes unless they tolerate it.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export interface Taint {
  readonly key: string;
  /** @default - no value; the taint matches by key alone */
  readonly value?: string;
  readonly effect: TaintEffect;
}

const LABEL_KEY = /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$/;

/**
 * One sentence for every label or taint that Kubernetes would refuse; empty when all are fine.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 */
export function validateLabelsAndTaints(
  labels: Readonly<Record<string, string>>,
  taints: readonly Taint[],
): readonly string[] {
  const problems: string[] = [];
  for (const [key, value] of Object.entries(labels)) problems.push(...validatePair('labels', key, value));
  const seen = new Set<string>();
  for (const taint of taints) {
    problems.push(...validatePair('taints', taint.key, taint.value ?? ''));
    const identity = `${taint.key}:${taint.effect}`;
    if (seen.has(identity))
      problems.push(`'taints' holds '${identity}' twice; a key and effect may stand once`);
    seen.add(identity);
  }
  return problems;
}

/** Throws all problems of a pool's labels and taints as one ValidationError of the pool. */
export function assertLabelsAndTaints(
  labels: Readonly<Record<string, string>>,
  taints: readonly Taint[],
  scope: { readonly node: { readonly path: string } },
): void {
  const problems = validateLabelsAndTaints(labels, taints);
  if (problems.length > 0) throw new ValidationError(problems.join('; '), scope);
}

function validatePair(prop: string, key: string, value: string): string[] {
  const problems: string[] = [];
  if (!LABEL_KEY.test(key)) {
    problems.push(
      `'${prop}' key '${key}' must be at most 63 letters, digits, '-', '_' or '.', with an optional DNS prefix and '/'`,
    );
  }
  whenResolved(value, (known) => {
    if (LABEL_VALUE.test(known)) return;
    problems.push(
      `'${prop}' value '${known}' of '${key}' must be at most 63 letters, digits, '-', '_' or '.'`,
    );
  });
  return problems;
}
