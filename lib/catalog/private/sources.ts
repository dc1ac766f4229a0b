import { AWS_SOURCES } from './sources-aws';
import { AZURE_SOURCES } from './sources-azure';
import { GCP_SOURCES } from './sources-gcp';
import { GENERAL_SOURCES } from './sources-general';

/**
 * Everything that was read, by id. `asOf` is the date of the figures; for a text without a date it is the earliest
 * day it can be from, so that an age limit errs on the strict side, and the title says so.
 */
export const SOURCES = [...AWS_SOURCES, ...GCP_SOURCES, ...AZURE_SOURCES, ...GENERAL_SOURCES] as const;

/** Ids that figures may cite: a typing error does not compile. */
export type SourceId = (typeof SOURCES)[number]['id'];

/** Date of the figures of a source. */
export function asOf(id: SourceId): string {
  return dates.get(id) ?? '';
}

const dates: ReadonlyMap<string, string> = new Map(SOURCES.map((source) => [source.id, source.asOf]));
