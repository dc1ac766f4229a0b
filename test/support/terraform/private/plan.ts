import { type BlockSchema, hasComputedOnly, type NestedBlockSchema } from './schema';
import {
  elements,
  fingerprint,
  isList,
  isObject,
  sameValue,
  UNKNOWN,
  type Value,
  type ValueObject,
} from './value';

/** One step of a path as the protocol writes it. */
export type PathStep = { readonly attribute_name: string } | { readonly element_key_int: number };

/** What the caller says about one type; the paths carry no indices (`vpc_config.subnet_ids`). */
export interface PlanRules {
  readonly forceNew: readonly string[];
  readonly recomputedOnUpdate: readonly string[];
  /** `undefined`: every single block with a value that only the provider can set. */
  readonly providerFilled: readonly string[] | undefined;
}

/** Whether the provider adds the block by itself when the configuration leaves it out. */
export function isProviderFilled(
  nested: NestedBlockSchema,
  path: readonly string[],
  paths: readonly string[] | undefined,
): boolean {
  if (nested.nesting !== 'list' && nested.nesting !== 'set') return false;
  return paths === undefined
    ? nested.maxItems === 1 && hasComputedOnly(nested.block)
    : paths.includes(path.join('.'));
}

/** The change that a provider would propose: the proposal of Terraform with the computed values decided. */
export function planChange(
  block: BlockSchema,
  prior: ValueObject | null,
  proposed: ValueObject,
  config: ValueObject,
  rules: PlanRules,
): ValueObject {
  const planned = new Planner(rules).block(block, prior, proposed, config, []);
  if (prior === null || sameValue(prior, planned)) return planned;
  const recomputed = rules.recomputedOnUpdate.filter(
    (name) => config[name] === null || config[name] === undefined,
  );
  return { ...planned, ...Object.fromEntries(recomputed.map((name) => [name, UNKNOWN])) };
}

class Planner {
  public constructor(private readonly rules: PlanRules) {}

  public block(
    block: BlockSchema,
    prior: ValueObject | null,
    proposed: ValueObject,
    config: Value | undefined,
    path: readonly string[],
  ): ValueObject {
    const planned: Record<string, Value> = { ...proposed };
    for (const [name, { computed }] of Object.entries(block.attributes)) {
      const left = isObject(config) ? (config[name] ?? null) : null;
      // Terraform has already copied the prior value of what the configuration leaves to the provider
      if (computed && left === null && prior === null && (proposed[name] ?? null) === null) {
        planned[name] = UNKNOWN;
      }
    }
    for (const [name, nested] of Object.entries(block.blocks)) {
      planned[name] = this.nested(
        nested,
        prior === null ? null : (prior[name] ?? null),
        proposed[name] ?? null,
        isObject(config) ? config[name] : undefined,
        [...path, name],
        prior === null,
      );
    }
    return planned;
  }

  private nested(
    nested: NestedBlockSchema,
    prior: Value,
    proposed: Value,
    config: Value | undefined,
    path: readonly string[],
    isNew: boolean,
  ): Value {
    if (proposed === UNKNOWN) return UNKNOWN;
    if (isList(proposed)) {
      if (proposed.length === 0 && isProviderFilled(nested, path, this.rules.providerFilled)) {
        return isNew ? UNKNOWN : prior;
      }
      return proposed.map((element, index) => {
        const match = nested.nesting === 'list' ? elements(prior)[index] : twin(element, elements(prior));
        const configured = nested.nesting === 'list' ? elements(config)[index] : element;
        return this.element(nested, match, element, configured, path);
      });
    }
    if (isObject(proposed) && nested.nesting === 'map') {
      const keyed = Object.entries(proposed).map(([key, element]) => {
        const match = isObject(prior) ? prior[key] : undefined;
        const configured = isObject(config) ? config[key] : undefined;
        return [key, this.element(nested, match, element, configured, path)];
      });
      return Object.fromEntries(keyed);
    }
    return this.element(nested, prior, proposed, config, path);
  }

  private element(
    nested: NestedBlockSchema,
    prior: Value | undefined,
    proposed: Value,
    config: Value | undefined,
    path: readonly string[],
  ): Value {
    if (!isObject(proposed)) return proposed;
    return this.block(nested.block, isObject(prior) ? prior : null, proposed, config, path);
  }
}

/** The element of a set that is the same, so that its computed values stay; a changed element is a new one. */
function twin(element: Value, candidates: readonly Value[]): Value | undefined {
  return candidates.find((candidate) => sameValue(candidate, element));
}

/** Where the planned object differs from the prior one at paths that a change of which forces a replacement. */
export function replacementPaths(
  block: BlockSchema,
  prior: ValueObject,
  planned: ValueObject,
  rules: PlanRules,
): readonly (readonly PathStep[])[] {
  return rules.forceNew.flatMap((path) => changedAt(block, path.split('.'), prior, planned, []));
}

function changedAt(
  block: BlockSchema,
  path: readonly string[],
  prior: ValueObject,
  planned: ValueObject,
  prefix: readonly PathStep[],
): readonly (readonly PathStep[])[] {
  const [name, ...rest] = path;
  if (name === undefined) return [];
  const nested = block.blocks[name];
  const before: Value = prior[name] ?? null;
  const after: Value = planned[name] ?? null;
  const here: readonly PathStep[] = [...prefix, { attribute_name: name }];
  const whole = fingerprint(before) === fingerprint(after) ? [] : [here];
  if (nested === undefined || rest.length === 0 || nested.nesting === 'set' || nested.nesting === 'map') {
    return whole;
  }
  if (nested.nesting === 'single') {
    return isObject(before) && isObject(after) ? changedAt(nested.block, rest, before, after, here) : whole;
  }
  if (elements(before).length !== elements(after).length) return whole;
  return elements(before).flatMap((element, index) => {
    const other = elements(after)[index];
    return isObject(element) && isObject(other)
      ? changedAt(nested.block, rest, element, other, [...here, { element_key_int: index }])
      : [];
  });
}
