import type { Decision } from '../decision/types';

/** What still fits on one line. */
const LINE = 120;

/**
 * The whole decision as JSON with a final newline: every candidate, finding and figure. What is short stands on one line
 * (a finding, a line of the bill), so that a difference between two decisions reads well.
 *
 * Keys keep the order of the decision, which is the same for the same input. A figure that is not known is absent.
 */
export function renderJson(decision: Decision): string {
  return `${render(decision, '')}\n`;
}

function render(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const parts = Array.isArray(value)
    ? value.map((item: unknown) => render(item ?? null, inner))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => `${JSON.stringify(key)}: ${render(item, inner)}`);
  if (parts.length === 0) return `${open}${close}`;
  const short = parts.join(', ');
  return indent.length + short.length <= LINE && !short.includes('\n')
    ? `${open} ${short} ${close}`
    : `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}
