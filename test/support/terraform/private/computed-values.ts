import { generatedText, type ResourceFacts } from './generated-text';
import { isProviderFilled } from './plan';
import type { BlockSchema, CtyType, NestedBlockSchema } from './schema';
import { isList, isObject, isWhollyKnown, UNKNOWN, type Value, type ValueObject } from './value';

/** A fixed value, or one drawn from what is already known of the resource. */
export type ComputedValue = Value | ((facts: ResourceFacts) => Value);

/** Values by path without indices (`identity.oidc.issuer`). */
export type ComputedValueTable = Readonly<Record<string, ComputedValue>>;

/**
 * Settles what a plan left unknown, as an apply does. The same input gives the same values: they are drawn
 * from the facts, never from a clock or a counter.
 */
export class ComputedValueFiller {
  public constructor(
    private readonly facts: ResourceFacts,
    private readonly table: ComputedValueTable,
    private readonly providerFilled: readonly string[] | undefined,
  ) {}

  public fill(block: BlockSchema, planned: ValueObject, path: readonly string[] = []): ValueObject {
    const filled: Record<string, Value> = { ...planned };
    for (const [name, { type }] of Object.entries(block.attributes)) {
      filled[name] = this.settle(type, planned[name] ?? null, [...path, name]);
    }
    for (const [name, nested] of Object.entries(block.blocks)) {
      filled[name] = this.fillNested(nested, planned[name] ?? null, [...path, name]);
    }
    return filled;
  }

  /** The value at a path that nobody has set. */
  public generate(type: CtyType, path: readonly string[]): Value {
    const entry = this.table[path.join('.')];
    if (entry !== undefined) return typeof entry === 'function' ? entry(this.facts) : entry;
    if (type === 'string') return generatedText(path, this.facts);
    if (type === 'number') return 1;
    if (type === 'bool') return false;
    if (type === 'dynamic') return null;
    if (type[0] === 'map') return {};
    if (type[0] === 'object') {
      const members = Object.entries(type[1]);
      return Object.fromEntries(
        members.map(([name, member]) => [name, this.generate(member, [...path, name])]),
      );
    }
    return [this.generate(type[1], path)];
  }

  private settle(type: CtyType, value: Value, path: readonly string[]): Value {
    if (isWhollyKnown(value)) return value;
    if (value === UNKNOWN || typeof type === 'string') return this.generate(type, path);
    if (isList(value)) {
      return value.map((element) => (type[0] === 'object' ? element : this.settle(type[1], element, path)));
    }
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(([key, element]) => {
      const member = type[0] === 'object' ? (type[1][key] ?? 'dynamic') : type[1];
      return [key, this.settle(member, element, type[0] === 'object' ? [...path, key] : path)];
    });
    return Object.fromEntries(entries);
  }

  private fillNested(nested: NestedBlockSchema, value: Value, path: readonly string[]): Value {
    if (value === UNKNOWN) return [this.newBlock(nested.block, path)];
    const element = (item: Value) => (isObject(item) ? this.fill(nested.block, item, path) : item);
    if (isList(value)) return value.map(element);
    if (nested.nesting === 'map' && isObject(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, element(item)]));
    }
    return element(value);
  }

  /** A block that only the provider has written: its own choices are there, what users may add is not. */
  private newBlock(block: BlockSchema, path: readonly string[]): ValueObject {
    const attributes = Object.entries(block.attributes).map(([name, { type, computed, required }]) => [
      name,
      computed || required ? this.generate(type, [...path, name]) : null,
    ]);
    const blocks = Object.entries(block.blocks).map(([name, nested]) => {
      const here = [...path, name];
      if (nested.minItems > 0 || isProviderFilled(nested, here, this.providerFilled)) {
        return [name, [this.newBlock(nested.block, here)]];
      }
      return [name, nested.nesting === 'single' ? null : nested.nesting === 'map' ? {} : []];
    });
    return Object.fromEntries([...attributes, ...blocks]);
  }
}
