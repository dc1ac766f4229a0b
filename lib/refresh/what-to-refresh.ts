import type { MachineType } from '../catalog/types';

/** What one provider is asked for. */
export interface WhatToRefresh {
  readonly types: readonly MachineType[];
  /** Ids of regions. */
  readonly regions: readonly string[];
  /** Address of a proxy of the service. @default - the service itself */
  readonly endpoint: string | undefined;
}
