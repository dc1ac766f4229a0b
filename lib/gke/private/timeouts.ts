import type { GkeTimeouts } from '../timeouts';
import { describeWholeNumber } from './whole-number';

const MOST_MINUTES = 24 * 60;

/** How the provider takes them, cluster and pool alike. */
export interface RenderedTimeouts {
  readonly create?: string;
  readonly update?: string;
  readonly delete?: string;
}

/** `undefined` when nothing is said, so that no block stands there. */
export function renderTimeouts(timeouts: GkeTimeouts | undefined): RenderedTimeouts | undefined {
  const { createMinutes, updateMinutes, deleteMinutes } = timeouts ?? {};
  if (createMinutes === undefined && updateMinutes === undefined && deleteMinutes === undefined) {
    return undefined;
  }
  return {
    create: minutes(createMinutes),
    update: minutes(updateMinutes),
    delete: minutes(deleteMinutes),
  };
}

/** One sentence for each span that no waiting can last. */
export function describeTimeouts(timeouts: GkeTimeouts | undefined): readonly string[] {
  const { createMinutes, updateMinutes, deleteMinutes } = timeouts ?? {};
  return Object.entries({ createMinutes, updateMinutes, deleteMinutes })
    .map(([prop, value]) => describeWholeNumber(`'timeouts' ${prop}`, value, 1, MOST_MINUTES))
    .filter((problem) => problem !== undefined);
}

function minutes(value: number | undefined): string | undefined {
  return value === undefined ? undefined : `${value}m`;
}
