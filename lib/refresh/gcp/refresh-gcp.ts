import type { MachineType } from '../../catalog/types';
import { compareText } from '../../values';
import type { RefreshedMachine, RefreshedPrices, RefreshedRate } from '../refreshed-prices';
import type { WhatToRefresh } from '../what-to-refresh';
import { openSkuCatalog } from './catalog-client';
import { readSku, type Sku } from './sku';
import { PartPrices, type Usage } from './unit-prices';

/** Compute Engine, of which machines and disks are SKUs. */
const COMPUTE_ENGINE = '6F81-5844-456A';
const BALANCED_DISK = /^Balanced PD Capacity( in .+)?$/;

/** Cores that a shared machine is billed for, which are fewer than it shows. */
const BILLED_CORES: Readonly<Record<string, number>> = { 'e2-micro': 0.25, 'e2-small': 0.5, 'e2-medium': 1 };

/**
 * Reads the Cloud Billing Catalog API. A machine is the sum of its cores and its memory, as Google bills it; machines with
 * accelerators, which are billed as a third part under changing names, are not read.
 */
export async function refreshGcp(
  { types, regions, endpoint }: WhatToRefresh,
  env: Readonly<Record<string, string | undefined>>,
): Promise<RefreshedPrices> {
  const client = openSkuCatalog(endpoint, env);
  const parts = new PartPrices();
  const disks: RefreshedRate[] = [];
  try {
    await client.skus(COMPUTE_ENGINE, (value) => {
      const sku = readSku(value);
      if (sku === undefined) return;
      parts.add(sku);
      disks.push(...diskRates(sku, regions));
    });
  } finally {
    await client.close();
  }
  const plain = types.filter(({ gpu, class: machineClass }) => gpu === undefined && machineClass !== 'gpu');
  const machines = regions.flatMap((region) => plain.flatMap((machine) => priceOf(machine, region, parts)));
  const found = new Set(machines.map(({ type }) => type));
  return {
    provider: 'gcp',
    source: {
      id: 'gcp-billing-catalog',
      title:
        'Cloud Billing Catalog API: cores and memory of predefined machines on demand, as Spot VMs and committed for one and three years; balanced disks.',
      reference: `listSkus of services/${COMPUTE_ENGINE} in USD`,
    },
    machines,
    rates: [...new Map(disks.map((disk) => [disk.region, disk])).values()],
    fees: [],
    notes: types
      .filter(({ type }) => !found.has(type))
      .map((machine) =>
        plain.includes(machine)
          ? `no price of ${machine.type} in these regions`
          : `no price of ${machine.type}: its accelerator is billed apart and is not read`,
      ),
  };
}

function diskRates(sku: Sku, regions: readonly string[]): readonly RefreshedRate[] {
  if (sku.usageType !== 'OnDemand' || sku.unit !== 'GiBy.mo' || !BALANCED_DISK.test(sku.description))
    return [];
  return sku.regions
    .filter((region) => regions.includes(region))
    .map((region) => ({
      region,
      rate: 'storageGibMonth',
      microUsd: Math.round(sku.nanoUsd / 1000),
      asOf: sku.asOf,
    }));
}

function priceOf(machine: MachineType, region: string, parts: PartPrices): readonly RefreshedMachine[] {
  const series = machine.type.slice(0, machine.type.indexOf('-'));
  const cores = BILLED_CORES[machine.type] ?? machine.vcpu;
  const sum = (usage: Usage) => {
    const core = parts.get(series, region, usage, 'core');
    const ram = parts.get(series, region, usage, 'ram');
    if (core === undefined || ram === undefined) return undefined;
    const nanoUsd = cores * core.nanoUsd + (machine.memoryMib / 1024) * ram.nanoUsd;
    return {
      microUsd: Math.round(nanoUsd / 1000),
      // a sum is as old as the older of its parts
      asOf: compareText(core.asOf, ram.asOf) < 0 ? core.asOf : ram.asOf,
    };
  };
  const onDemand = sum('OnDemand');
  if (onDemand === undefined) return [];
  return [
    {
      region,
      type: machine.type,
      onDemand: onDemand.microUsd,
      spot: sum('Preemptible')?.microUsd,
      committed1y: sum('Commit1Yr')?.microUsd,
      committed3y: sum('Commit3Yr')?.microUsd,
      asOf: onDemand.asOf,
    },
  ];
}
