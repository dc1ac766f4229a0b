import * as z from 'zod';
import { Cidr, KubernetesVersion, ValidationError } from '../values';
import { ISO_COUNTRIES, isKnownJurisdiction, nearestCountry, nearestJurisdiction } from './places-of-law';
import { quote } from './wording';

/** What an editor shows beside a key, and what a message about a missing key says. */
export interface Described {
  readonly description: string;
  readonly examples?: readonly unknown[];
}

/** Name of a cluster, site or machine: a DNS label, since each ends in names that Kubernetes or a cloud gives. */
export const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

const LONGEST_TEXT = 256;

/** A number between bounds that keep all money in safe integers of millionths of a dollar. */
export function number(from: number, to: number) {
  return z.number().min(from).max(to);
}

/** A number without fraction, between bounds that are themselves allowed. */
export function wholeNumber(from: number, to: number) {
  return z.int().min(from).max(to);
}

/**
 * A text with a rule of its own. `rule` says in words what is allowed, in the form that follows "must be".
 * With a pattern the rule also reaches the JSON Schema.
 */
export function text(rule: string, pattern: RegExp, meta: Described) {
  const error = (issue: { readonly input?: unknown }) => {
    const found = String(issue.input);
    const meant = found.trim().toLowerCase();
    return `must be ${rule}; found ${quote(found)}${pattern.test(meant) ? `; did you mean ${quote(meant)}?` : ''}`;
  };
  return z.string().regex(pattern, { error }).meta(jsonMeta(meta));
}

/** A text judged by a function that returns what is wrong with it, as a whole sentence. */
export function judgedText(judge: (value: string) => string | undefined, meta: Described) {
  return z
    .string()
    .check((ctx) => {
      const message = judge(ctx.value);
      if (message !== undefined) ctx.issues.push({ code: 'custom', message, input: ctx.value });
    })
    .meta(jsonMeta(meta));
}

/** A text read by a value object and kept in its canonical form. */
function canonicalText(read: (value: string) => { toString(): string }, meta: Described) {
  return z
    .string()
    .meta(jsonMeta(meta))
    .transform((value, ctx) => {
      const result =
        value.length > LONGEST_TEXT
          ? ({
              ok: false,
              message: `must be at most ${LONGEST_TEXT} characters long; found ${value.length}`,
            } as const)
          : attempt(() => read(value).toString());
      if (result.ok) return result.value;
      ctx.issues.push({ code: 'custom', message: result.message, input: value });
      return z.NEVER;
    });
}

/** What a value object makes of a text, or what it says against it. Any other error passes: it is a defect. */
export function attempt<T>(
  read: () => T,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string } {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof ValidationError) return { ok: false, message: error.message };
    throw error;
  }
}

/** A minor version of Kubernetes; whether a platform supports it is the decision's to say. */
export function kubernetesVersion(meta: Described) {
  return canonicalText((value) => KubernetesVersion.of(value), meta);
}

/** An IPv4 range: no platform here defines clusters with IPv6 ranges. */
export function ipv4Range(meta: Described) {
  return canonicalText((value) => {
    const cidr = Cidr.parse(value);
    if (cidr.version === 4) return cidr;
    throw new ValidationError(`must be an IPv4 range such as '10.0.0.0/16'; found '${value}'`);
  }, meta);
}

/** A range of either version that may reach something over the Internet. */
export function reachingRange(meta: Described) {
  return canonicalText((value) => {
    const cidr = Cidr.parse(value);
    if (cidr.prefix > 0) return cidr;
    throw new ValidationError(
      `'${value}' is the whole Internet; give narrower ranges, or say 'exposure: public' if that is meant`,
    );
  }, meta);
}

/** An ISO 3166-1 alpha-2 code; names, alpha-3 codes and lower case are refused with the code that is meant. */
export function country(meta: Described) {
  return judgedText((value) => {
    if (ISO_COUNTRIES.has(value)) return undefined;
    const meant = nearestCountry(value);
    const hint = meant === undefined ? '' : `; did you mean '${meant}'?`;
    return `must be an ISO 3166-1 alpha-2 country code such as 'DE'; found ${quote(value)}${hint}`;
  }, meta);
}

/** A law, in the words that the catalogue has for those of its regions. */
export function jurisdiction(meta: Described) {
  return judgedText((value) => {
    if (isKnownJurisdiction(value)) return undefined;
    const meant = nearestJurisdiction(value);
    const hint = meant === undefined ? '' : `; did you mean '${meant}'?`;
    return `must be one of 'EU', 'EEA', 'UK', 'CH', 'US', 'CA', 'CN', 'HK' or the ISO code of another country; found ${quote(value)}${hint}`;
  }, meta);
}

/** A day of the calendar. The years are bounded so that a slip of the keyboard is noticed. */
export function date(meta: Described) {
  return judgedText((value) => {
    const match = /^(20\d\d)-(\d\d)-(\d\d)$/.exec(value);
    const [year, month, day] = match ? match.slice(1).map(Number) : [];
    if (year !== undefined && month !== undefined && day !== undefined && isDay(year, month, day))
      return undefined;
    return `must be a day between 2000-01-01 and 2099-12-31, written YYYY-MM-DD; found ${quote(value)}`;
  }, meta).meta({ ...jsonMeta(meta), format: 'date' });
}

function isDay(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** A free text of one line for people. */
export function line(meta: Described) {
  return text(`1 to ${LONGEST_TEXT} characters on one line`, /^[^\p{Cc}]{1,256}$/u, meta);
}

/** zod wants mutable lists. */
export function jsonMeta(meta: Described) {
  return { description: meta.description, ...(meta.examples ? { examples: [...meta.examples] } : {}) };
}
