/** One thing that hashicorp/google refuses before it asks Google. Paths are members divided by dots, through blocks and lists of them. */
export type ProviderRule =
  /** `path` may not be written beside any of `others`, not even as false: the provider looks at what is written. */
  | { readonly kind: 'conflicts'; readonly path: string; readonly others: readonly string[] }
  /** Of some members of each block, this many are written. */
  | {
      readonly kind: 'exactly one' | 'at least one' | 'at most one' | 'all';
      readonly block: string;
      readonly members: readonly string[];
    }
  /** A value is one of these. */
  | { readonly kind: 'one of'; readonly path: string; readonly values: readonly string[] }
  /** A text has this form. */
  | { readonly kind: 'form'; readonly path: string; readonly form: RegExp }
  /** A number is in this range. */
  | { readonly kind: 'range'; readonly path: string; readonly min?: number; readonly max?: number }
  /** There are no more blocks than this. */
  | { readonly kind: 'at most'; readonly path: string; readonly count: number }
  /** A network of this length, without host bits. */
  | { readonly kind: 'network'; readonly path: string; readonly min: number; readonly max: number };

/** Rules by the type of the resource. */
export type ProviderRules = Readonly<Record<string, readonly ProviderRule[]>>;

type Body = Readonly<Record<string, unknown>>;

/** All values at a path. None for what is not written. */
export function valuesAt(body: unknown, path: string): readonly unknown[] {
  const names = path === '' ? [] : path.split('.');
  return names.reduce<readonly unknown[]>(
    (found, name) =>
      found
        .flatMap((value) => (typeof value === 'object' && value !== null ? [(value as Body)[name]] : []))
        .filter((value) => value !== undefined && value !== null)
        .flat(),
    [body],
  );
}

/** Whether Terraform fills a value in, which the provider sees then and nobody now. */
const isLater = (value: unknown): boolean => typeof value === 'string' && value.includes('${');

const COUNTS = {
  'exactly one': (written: number) => written === 1,
  'at least one': (written: number) => written >= 1,
  'at most one': (written: number) => written <= 1,
  all: (written: number, members: number) => written === members,
} as const;

/** What of a body breaks a rule, in words; nothing when it keeps it. */
export function brokenBy(rule: ProviderRule, body: Body): readonly string[] {
  switch (rule.kind) {
    case 'conflicts': {
      if (valuesAt(body, rule.path).length === 0) return [];
      const beside = rule.others.filter((other) => valuesAt(body, other).length > 0);
      return beside.map((other) => `${rule.path} conflicts with ${other}`);
    }
    case 'exactly one':
    case 'at least one':
    case 'at most one':
    case 'all':
      return valuesAt(body, rule.block).flatMap((block) => {
        const written = rule.members.filter((member) => valuesAt(block, member).length > 0);
        if (COUNTS[rule.kind](written.length, rule.members.length)) return [];
        return [`${rule.block} needs ${rule.kind} of ${rule.members.join(', ')}, not ${written.join(', ')}`];
      });
    case 'at most': {
      const { length } = valuesAt(body, rule.path);
      return length > rule.count ? [`${rule.path} is there ${length} times, not ${rule.count}`] : [];
    }
    default:
      return valuesAt(body, rule.path)
        .filter((value) => !isLater(value) && !accepts(rule, value))
        .map((value) => `${rule.path} is ${String(value)}`);
  }
}

function accepts(
  rule: Extract<ProviderRule, { readonly kind: 'one of' | 'form' | 'range' | 'network' }>,
  value: unknown,
): boolean {
  switch (rule.kind) {
    case 'one of':
      return rule.values.includes(String(value));
    case 'form':
      return rule.form.test(String(value));
    case 'range':
      return Number(value) >= (rule.min ?? -Infinity) && Number(value) <= (rule.max ?? Infinity);
    case 'network':
      return isNetwork(String(value), rule.min, rule.max);
  }
}

function isNetwork(text: string, min: number, max: number): boolean {
  const [, address = '', length = ''] = /^([\d.]+)\/(\d+)$/.exec(text) ?? [];
  const bits = address.split('.').map((part) => Number(part).toString(2).padStart(8, '0'));
  const host = bits.join('').slice(Number(length));
  return length !== '' && Number(length) >= min && Number(length) <= max && !host.includes('1');
}
