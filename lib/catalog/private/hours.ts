import type { HoursAssumption } from '../types';
import { HOURS_MANAGED } from './hours-managed';
import { HOURS_SELF_MANAGED } from './hours-self-managed';

/**
 * What people do for one cluster in a month. No neutral source was found (only vendors' comparisons), so every line
 * is this project's own assumption, to be replaced by the user's figure where there is one.
 */
export const HOURS: readonly HoursAssumption[] = [...HOURS_MANAGED, ...HOURS_SELF_MANAGED];
