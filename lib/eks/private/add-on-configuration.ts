import { Token } from 'cdktf';
import { compareText } from '../../values';

/** Configuration of an add-on in its own words. */
export type AddOnConfiguration = Readonly<Record<string, unknown>>;

/**
 * The configuration as EKS takes it: theirs laid over ours, member by member, as JSON in an order that does not depend on how it was
 * written. `undefined` when neither says anything.
 *
 * Text of theirs is the add-on's, so that `${HOST_NAME}` reaches Fluent Bit as it stands; tokens are filled in by Terraform.
 */
export function renderConfiguration(
  ours: AddOnConfiguration,
  theirs: AddOnConfiguration,
): string | undefined {
  const whole = layOver(ours, literalMap(theirs));
  return Object.keys(whole).length === 0 ? undefined : JSON.stringify(ordered(whole));
}

/** What cannot be written as JSON, by its place. */
export function describeConfiguration(addOn: string, configuration: unknown): readonly string[] {
  if (!isMap(configuration) || isResolvable(configuration)) {
    return [`'configuration' of '${addOn}' must be a map of the add-on's own keys`];
  }
  return describeValue(addOn, configuration, [], []);
}

/** The places that a configuration sets, such as `env.WARM_PREFIX_TARGET`: every map is entered, lists are values. */
export function placesOf(configuration: AddOnConfiguration): readonly string[] {
  return Object.entries(configuration).flatMap(([key, value]) =>
    isMap(value) ? placesOf(value).map((place) => `${key}.${place}`) : [key],
  );
}

function layOver(ours: AddOnConfiguration, theirs: AddOnConfiguration): AddOnConfiguration {
  const whole: Record<string, unknown> = { ...ours };
  for (const [key, value] of Object.entries(theirs)) {
    const under = whole[key];
    whole[key] = isMap(under) && isMap(value) ? layOver(under, value) : value;
  }
  return whole;
}

/**
 * In code-unit order, but for keys that are tokens: their text is the engine's and changes with everything that is defined
 * before them, so they keep the order in which they were given.
 */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isMap(value)) return value;
  const keys = Object.keys(value);
  if (!keys.some((key) => Token.isUnresolved(key))) keys.sort(compareText);
  return Object.fromEntries(keys.map((key) => [key, ordered(value[key])]));
}

/** Terraform reads templates in every text; what is not a token of ours must not be one. */
function literal(value: unknown): unknown {
  if (typeof value === 'string') return literalText(value);
  if (Array.isArray(value)) return value.map(literal);
  return isMap(value) ? literalMap(value) : value;
}

function literalMap(configuration: AddOnConfiguration): AddOnConfiguration {
  return Object.fromEntries(
    Object.entries(configuration)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [literalText(key), literal(member)]),
  );
}

function literalText(text: string): string {
  return text.replaceAll(/\$\{(?!TfToken\[)/g, '$$$${').replaceAll('%{', '%%{');
}

function describeValue(
  addOn: string,
  value: unknown,
  path: readonly string[],
  around: readonly unknown[],
): readonly string[] {
  const place = `'configuration' of '${addOn}' at '${path.join('.')}'`;
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'string')
    return [];
  if (typeof value === 'number') {
    return Number.isFinite(value) ? [] : [`${place} (${value}) must be a finite number`];
  }
  if (around.includes(value)) return [`${place} must not hold itself`];
  if (isResolvable(value) || (Array.isArray(value) && Token.isUnresolved(value))) {
    return [
      `${place} must not be a list or map that Terraform fills in; write its members, each a token, such as Fn.element(list, 0)`,
    ];
  }
  const inside = [...around, value];
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      describeValue(addOn, item, [...path, String(index)], inside),
    );
  }
  if (!isMap(value)) {
    return [`${place} (${typeof value}) must be text, a number, true, false, null, a list or a map`];
  }
  return Object.entries(value).flatMap(([key, member]) =>
    describeValue(addOn, member, [...path, key], inside),
  );
}

function isResolvable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Token.isUnresolved(value);
}

function isMap(value: unknown): value is AddOnConfiguration {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Token.isUnresolved(value);
}
