import type { PlatformProfile } from '../types';
import { aksProfile } from './aks';
import { eksProfile } from './eks';
import { gkeProfile } from './gke';
import { onPremProfile } from './on-prem';
import { selfManagedEc2Profile } from './self-managed-ec2';

/** The platforms that `decide` compares when none are named: those that kubewhere defines, and two that it only ranks. */
export const BUILT_IN_PROFILES: readonly PlatformProfile[] = [
  eksProfile,
  gkeProfile,
  onPremProfile,
  selfManagedEc2Profile,
  aksProfile,
];
