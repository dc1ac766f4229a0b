import type { MicroUsd, ProviderId } from '../catalog/types';

/** What a price list says of one machine type in one region. */
export interface RefreshedMachine {
  readonly region: string;
  readonly type: string;
  readonly onDemand: MicroUsd;
  readonly spot?: MicroUsd | undefined;
  readonly committed1y?: MicroUsd | undefined;
  readonly committed3y?: MicroUsd | undefined;
  /** Date of the figures as the answer gives it; no clock is read. */
  readonly asOf: string;
}

/** What a price list says of anything else in one region. */
export interface RefreshedRate {
  readonly region: string;
  /** A key of the catalogue's rates. */
  readonly rate: string;
  readonly microUsd: MicroUsd;
  readonly asOf: string;
}

/** The fee of a managed control plane. */
export interface RefreshedFee {
  readonly service: 'eks';
  readonly standardHour: MicroUsd;
  readonly extendedHour: MicroUsd | undefined;
  readonly asOf: string;
}

/** Everything that one refresh read. */
export interface RefreshedPrices {
  readonly provider: Extract<ProviderId, 'aws' | 'gcp'>;
  /** Id and words of the price list. */
  readonly source: { readonly id: string; readonly title: string; readonly reference: string };
  readonly machines: readonly RefreshedMachine[];
  readonly rates: readonly RefreshedRate[];
  readonly fees: readonly RefreshedFee[];
  /** What was asked for and is not in the answer, in sentences. */
  readonly notes: readonly string[];
}
