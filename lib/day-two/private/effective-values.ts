import { canonicalJson } from '../../values/canonical-json';
import { argumentAt, isMembers, type StackDocument } from '../stack-document';

/** `type.name.attribute…` of a resource, not of a data source (`data.type.name…`). */
const REFERENCE =
  /(?<![\w.-])([a-z][a-z0-9]*_[a-z0-9_]+\.[A-Za-z_][\w-]*)\.([a-z_]\w*(?:\[\d+\])?(?:\.[a-z_]\w*(?:\[\d+\])?)*)/g;
const LONE_REFERENCE = new RegExp(`^\\$\\{${REFERENCE.source}\\}$`);

/** No chain of references is longer; more is a cycle, which Terraform refuses by itself. */
const MOST_STEPS = 20;

/**
 * A configured value with every reference to another configured value followed, as Terraform does while it plans. What
 * only the provider knows (an id, an ARN) stays a reference.
 */
export function effectiveValue(document: StackDocument, value: unknown, steps = MOST_STEPS): unknown {
  if (typeof value === 'string') return effectiveText(document, value, steps);
  if (Array.isArray(value)) return value.map((item) => effectiveValue(document, item, steps));
  if (!isMembers(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, effectiveValue(document, member, steps)]),
  );
}

/** Addresses of resources of which an effective value holds something that only the provider knows. */
export function computedReferences(document: StackDocument, effective: unknown): readonly string[] {
  const addresses = [...canonicalJson(effective).matchAll(REFERENCE)].map(([, address = '']) => address);
  return [...new Set(addresses)].filter((address) => document.resources.has(address));
}

/** Whether Terraform has to reckon the value, so that its text alone does not say whether it changes. */
export function isExpression(effective: unknown): boolean {
  return canonicalJson(effective).includes('${');
}

function effectiveText(document: StackDocument, text: string, steps: number): unknown {
  if (!text.includes('${') || steps === 0) return text;
  const lone = LONE_REFERENCE.exec(text);
  if (lone !== null) {
    const value = configured(document, lone[1], lone[2]);
    return value === undefined ? text : effectiveValue(document, value, steps - 1);
  }
  return text.replace(REFERENCE, (reference: string, address: string, path: string) => {
    const value = configured(document, address, path);
    return value === undefined ? reference : canonicalJson(effectiveValue(document, value, steps - 1));
  });
}

function configured(document: StackDocument, address = '', path = ''): unknown {
  const resource = document.resources.get(address);
  return resource === undefined ? undefined : argumentAt(resource, path.replace(/\[\d+\]/g, ''));
}
