import { findMachineType } from '../../catalog';
import type { Catalog, ProviderId } from '../../catalog/types';
import type { SizedPool } from '../types';

/** What the machines of some pools have together, in the catalogue's words; `undefined` when it does not carry one of them. */
export function sumOfMachines(
  pools: readonly SizedPool[],
  provider: ProviderId,
  catalog: Catalog,
): { readonly vcpu: number; readonly gpus: number } | undefined {
  let vcpu = 0;
  let gpus = 0;
  for (const { machineType, nodes } of pools) {
    const machine = findMachineType(catalog, provider, machineType);
    if (machine === undefined) return undefined;
    vcpu += machine.vcpu * nodes;
    gpus += (machine.gpu?.count ?? 0) * nodes;
  }
  return { vcpu, gpus };
}
