import { failuresOf } from '../../decision/reasons';
import type { Assessment } from '../../decision/types';
import type { RefusalRecord, UnknownRecord } from '../record';
import { byCodeUnit } from './order';

/** How often each rule stands in the way, most often first, then by id. */
export function refusalsOf(assessments: readonly Assessment[]): readonly RefusalRecord[] {
  const found = new Map<string, { required: Set<string>; refuted: number; unknown: number; alone: number }>();
  for (const { findings } of assessments) {
    const failed = failuresOf(findings);
    for (const { constraint, verdict, required } of failed) {
      let entry = found.get(constraint);
      if (entry === undefined) {
        entry = { required: new Set(), refuted: 0, unknown: 0, alone: 0 };
        found.set(constraint, entry);
      }
      entry.required.add(required);
      if (verdict === 'refuted') entry.refuted += 1;
      else entry.unknown += 1;
      if (failed.length === 1) entry.alone += 1;
    }
  }
  return [...found.entries()]
    .map(([rule, entry]) => ({
      rule,
      ...entry,
      required: [...entry.required].sort(byCodeUnit).join(', or '),
    }))
    .sort(
      (left, right) =>
        right.refuted + right.unknown - (left.refuted + left.unknown) || byCodeUnit(left.rule, right.rule),
    );
}

/**
 * Facts nobody knows, each once, those that concern most candidates first. Only of candidates that no rule refutes: for
 * the others it does not matter. A price that is missing is named itself and not by the rule that asks for it.
 */
export function unknownsOf(assessments: readonly Assessment[]): readonly UnknownRecord[] {
  const found = new Map<string, { subject: string; text: string; candidates: number; example: string }>();
  const note = (subject: string, text: string, example: string) => {
    const entry = found.get(`${subject} ${text}`) ?? { subject, text, candidates: 0, example };
    entry.candidates += 1;
    found.set(`${subject} ${text}`, entry);
  };
  for (const { candidate, sizing, cost, findings } of assessments) {
    const failed = failuresOf(findings);
    if (failed[0]?.verdict === 'refuted') continue;
    const told =
      sizing.kind === 'unknown' ? 'capacity' : cost.kind === 'unknown' ? 'prices-known' : undefined;
    for (const { constraint, observed } of failed) {
      if (constraint !== told) note(constraint, observed, candidate.id);
    }
    if (sizing.kind === 'unknown') note('size', sizing.reason, candidate.id);
    else if (cost.kind === 'unknown') for (const figure of cost.missing) note('price', figure, candidate.id);
  }
  return [...found.entries()]
    .sort(
      ([leftKey, left], [rightKey, right]) =>
        right.candidates - left.candidates || byCodeUnit(leftKey, rightKey),
    )
    .map(([, entry]) => entry);
}
