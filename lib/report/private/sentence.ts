import type { Sensitivity } from '../../decision/explanation/types';

/** A text with a full stop at its end. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** A text with a capital at its start. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** How sure the first place is, with its label where there is one: `fragile: a rise …`. */
export function sureness({ label, because }: Sensitivity, emphasize: (label: string) => string): string {
  return label === undefined ? capital(sentence(because)) : `${emphasize(label)} ${sentence(because)}`;
}
