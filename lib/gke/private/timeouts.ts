import { whenResolved } from '../../cluster/private/tokens';
import type { GkeTimeouts } from '../timeouts';

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
  const problems: string[] = [];
  const { createMinutes, updateMinutes, deleteMinutes } = timeouts ?? {};
  for (const [prop, given] of Object.entries({ createMinutes, updateMinutes, deleteMinutes })) {
    whenResolved(given, (value) => {
      if (Number.isInteger(value) && value >= 1 && value <= MOST_MINUTES) return;
      problems.push(`'timeouts' ${prop} (${value}) must be a whole number of 1 to ${MOST_MINUTES}`);
    });
  }
  return problems;
}

function minutes(value: number | undefined): string | undefined {
  return value === undefined ? undefined : `${value}m`;
}
