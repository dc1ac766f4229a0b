import type { BlockSchema } from './schema';
import { elements, isObject, isWhollyKnown, UNKNOWN, type Value, type ValueObject } from './value';

interface EffectiveMap {
  /** What the user writes on the resource. */
  readonly own: string;
  /** What the user writes once, on the provider configuration. */
  readonly shared: (configuration: ValueObject) => Value | undefined;
}

const fromDefaultTags = (configuration: ValueObject): Value | undefined => {
  const block = elements(configuration.default_tags)[0];
  return isObject(block) ? block.tags : undefined;
};
const fromDefaultLabels = (configuration: ValueObject): Value | undefined => configuration.default_labels;

const EFFECTIVE_MAPS: Readonly<Record<string, EffectiveMap>> = {
  tags_all: { own: 'tags', shared: fromDefaultTags },
  effective_labels: { own: 'labels', shared: fromDefaultLabels },
  terraform_labels: { own: 'labels', shared: fromDefaultLabels },
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
  const found = Object.entries(EFFECTIVE_MAPS).filter(
    ([name, { own }]) =>
      block.attributes[name]?.computed === true &&
      block.attributes[own] !== undefined &&
      (config[name] ?? null) === null,
  );
  return Object.fromEntries(
    found.map(([name, { own, shared }]) => {
      const parts: readonly Value[] = [shared(configuration) ?? null, config[own] ?? null];
      return [name, parts.every(isWhollyKnown) ? merged(parts) : UNKNOWN];
    }),
  );
}

function merged(maps: readonly Value[]): ValueObject {
  return Object.fromEntries(maps.filter(isObject).flatMap((map) => Object.entries(map)));
}
