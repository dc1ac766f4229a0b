import type { PlatformProfile } from '../types';
import { eksProfile } from './eks';
import { gkeProfile } from './gke';
import { onPremProfile } from './on-prem';

/** The platforms that `decide` compares when none are named. */
export const BUILT_IN_PROFILES: readonly PlatformProfile[] = [eksProfile, gkeProfile, onPremProfile];
