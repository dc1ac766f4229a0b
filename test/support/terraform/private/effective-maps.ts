import type { BlockSchema } from './schema';
import { elements, isObject, isWhollyKnown, UNKNOWN, type Value, type ValueObject } from './value';

interface EffectiveMap {
  /** What the user writes on the resource: the first of these that the type has. */
  readonly own: readonly string[];
  /** What the user writes once, on the provider configuration. */
  readonly shared: (configuration: ValueObject) => Value | undefined;
}

const fromDefaultTags = (configuration: ValueObject): Value | undefined => {
  const block = elements(configuration.default_tags)[0];
  return isObject(block) ? block.tags : undefined;
};
const fromDefaultLabels = (configuration: ValueObject): Value | undefined => configuration.default_labels;

const EFFECTIVE_MAPS: Readonly<Record<string, EffectiveMap>> = {
  tags_all: { own: ['tags'], shared: fromDefaultTags },
  effective_labels: { own: ['labels', 'resource_labels'], shared: fromDefaultLabels },
  terraform_labels: { own: ['labels', 'resource_labels'], shared: fromDefaultLabels },
};

/**
 * The maps in which AWS and Google return the tags or labels of the resource merged with those of the
 * provider configuration. They follow every change, so they are settled while planning.
 */
export function effectiveMaps(
  block: BlockSchema,
  config: ValueObject,
  configuration: ValueObject,
): Readonly<Record<string, Value>> {
  const entries = Object.entries(EFFECTIVE_MAPS).flatMap(([name, { own, shared }]) => {
    const source = own.find((candidate) => block.attributes[candidate] !== undefined);
    const decided = block.attributes[name]?.computed !== true || (config[name] ?? null) !== null;
    if (source === undefined || decided) return [];
    const parts: readonly Value[] = [shared(configuration) ?? null, config[source] ?? null];
    return [[name, parts.every(isWhollyKnown) ? merged(parts) : UNKNOWN] as const];
  });
  return Object.fromEntries(entries);
}

function merged(maps: readonly Value[]): ValueObject {
  return Object.fromEntries(maps.filter(isObject).flatMap((map) => Object.entries(map)));
}
