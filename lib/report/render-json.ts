import type { Decision } from '../decision/types';

/**
 * The whole decision as indented JSON with a final newline: every candidate, finding and figure.
 *
 * Keys keep the order of the decision, which is the same for the same input. A figure that is not known is absent.
 */
export function renderJson(decision: Decision): string {
  return `${JSON.stringify(decision, null, 2)}\n`;
}
