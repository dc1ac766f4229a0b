import { canonicalJson } from '../values/canonical-json';
import { AWS_REPLACEMENTS } from './aws-replacements';
import { describeEksChanges } from './eks-findings';
import type { StackComparison, StackFinding, StackFindingKind } from './findings';
import { describeGoogleChanges } from './google-findings';
import { GOOGLE_REPLACEMENTS } from './google-replacements';
import { type ChangedArgument, concerned, settled, type Versions } from './private/changed-arguments';
import { droppedSettings } from './private/dropped-settings';
import { computedReferences, effectiveValue, isExpression } from './private/effective-values';
import { replacingChange } from './private/replacing-changes';
import type { ReplacementRule, ReplacementTable } from './replacing-attributes';
import { argumentAt, type StackDocument, type StackResource } from './stack-document';
import { upgradeSteps } from './upgrade-plan';
import { versionFindings } from './version-steps';

/** Every provider that is known of here. */
const ALL_REPLACEMENTS: ReplacementTable = { ...AWS_REPLACEMENTS, ...GOOGLE_REPLACEMENTS };

const OF_WHAT_STAYS: readonly StackFindingKind[] = ['setting-dropped', 'range-in-use'];

/**
 * What a new version of a stack would do to what an earlier one built, as far as both texts tell. It knows nothing of what was
 * applied, of states that were moved by hand, nor of upgrades of a provider: the plan of Terraform has the last word.
 */
export function compareStacks(
  previous: StackDocument,
  next: StackDocument,
  table: ReplacementTable = ALL_REPLACEMENTS,
): StackComparison {
  const replaced = replacements(previous, next, table);
  const isNew = new Set(replaced.map(({ address }) => address));
  return {
    findings: [
      ...versionFindings(previous, next),
      ...describeEksChanges(previous, next),
      // a new resource keeps nothing of the old one, and nobody uses its ranges yet
      ...[
        ...describeGoogleChanges(previous, next),
        ...droppedSettings(pairsOf(previous, next), table),
      ].filter(({ kind, address }) => !(OF_WHAT_STAYS.includes(kind) && isNew.has(address))),
      ...replaced,
      ...removals(previous, next, table),
    ],
    steps: upgradeSteps(previous, next),
    unjudged: unjudgedTypes(previous, next, table),
  };
}

function replacements(
  before: StackDocument,
  after: StackDocument,
  table: ReplacementTable,
): readonly StackFinding[] {
  const found = new Map<string, StackFinding>();
  const pairs = pairsOf(before, after).flatMap((versions) => {
    const rule = table[versions.next.type];
    return rule === undefined ? [] : [{ versions, rule }];
  });
  for (const { versions, rule } of pairs) {
    const change = replacingChange(rule, versions);
    if (change !== undefined) found.set(versions.next.address, replaced(versions.next, rule, change));
  }
  // what needs something that is replaced may be needed itself, so once more for each that was found
  let known = -1;
  while (known !== found.size) {
    known = found.size;
    for (const { versions, rule } of pairs) {
      if (found.has(versions.next.address)) continue;
      const cause = causeOf(rule, versions, found);
      if (cause !== undefined) {
        found.set(versions.next.address, replacedBecause(versions.next, rule, cause));
      }
    }
  }
  return pairs.flatMap(({ versions }) => found.get(versions.next.address) ?? []);
}

/** The argument through which something depends on what only comes to exist with a replacement. */
function causeOf(
  rule: ReplacementRule,
  versions: Versions,
  found: ReadonlyMap<string, StackFinding>,
): { readonly path: string; readonly needs: string } | undefined {
  for (const path of concerned(rule, versions)) {
    const value = effectiveValue(versions.after, argumentAt(versions.next, path));
    const needs = computedReferences(versions.after, value).find((address) => found.has(address));
    if (needs !== undefined) return { path, needs };
  }
  return undefined;
}

function replaced(resource: StackResource, rule: ReplacementRule, change: ChangedArgument): StackFinding {
  const [from, to] = [textOf(change.from), textOf(change.to)];
  const verb = isExpression([change.from, change.to]) ? 'may be replaced' : 'is replaced';
  return {
    kind: 'replaced',
    severity: 'warning',
    address: resource.address,
    path: change.path,
    from,
    to,
    message: `${resource.address} ${verb}, because '${change.path}' changes from ${from} to ${to}${consequences(resource, rule)}`,
  };
}

function replacedBecause(
  resource: StackResource,
  rule: ReplacementRule,
  { path, needs }: { readonly path: string; readonly needs: string },
): StackFinding {
  return {
    kind: 'replaced-because',
    severity: 'warning',
    address: resource.address,
    path,
    message: `${resource.address} is replaced, because '${path}' comes from ${needs}, which is replaced${consequences(resource, rule)}`,
  };
}

function consequences(resource: StackResource, { loses }: ReplacementRule): string {
  return [
    loses === undefined ? '' : `; lost with it: ${loses}`,
    resource.createBeforeDestroy ? '; a new one comes up first' : '',
    resource.preventDestroy ? '; Terraform refuses it as long as the resource is protected' : '',
  ].join('');
}

function removals(
  before: StackDocument,
  after: StackDocument,
  table: ReplacementTable,
): readonly StackFinding[] {
  return [...before.resources.values()].flatMap((resource) => {
    const loses = table[resource.type]?.loses;
    if (after.resources.has(resource.address) || loses === undefined) return [];
    return [
      {
        kind: 'removed' as const,
        severity: 'warning' as const,
        address: resource.address,
        message: `${resource.address} is no longer in the stack, so Terraform destroys it; lost with it: ${loses}; if it was only renamed, 'terraform state mv' keeps it`,
      },
    ];
  });
}

function unjudgedTypes(
  before: StackDocument,
  after: StackDocument,
  table: ReplacementTable,
): readonly string[] {
  const changed = [
    ...pairsOf(before, after)
      .filter(({ previous, next }) => textOf(settled(previous.arguments)) !== textOf(settled(next.arguments)))
      .map(({ next }) => next.type),
    ...[...before.resources.values()]
      .filter(({ address }) => !after.resources.has(address))
      .map(({ type }) => type),
  ];
  return [...new Set(changed)].filter((type) => table[type] === undefined).sort();
}

function pairsOf(before: StackDocument, after: StackDocument): readonly Versions[] {
  return [...after.resources.values()].flatMap((next) => {
    const previous = before.resources.get(next.address);
    return previous === undefined ? [] : [{ previous, next, before, after }];
  });
}

function textOf(value: unknown): string {
  return value === undefined ? 'nothing' : canonicalJson(value);
}
