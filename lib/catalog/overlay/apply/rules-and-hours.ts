import { compareText } from '../../../values';
import type {
  Catalog,
  ComplianceFact,
  HoursAssumption,
  KubernetesSupport,
  ManagedService,
} from '../../types';
import { HOURS_PLATFORMS, type Overlay } from '../types';
import type { CitedSources } from './cited-sources';

const SERVICES = ['eks', 'gke', 'aks'] as const satisfies readonly ManagedService[];

/** Support windows: a version that is there is replaced, another one is added. */
export function overlayKubernetes(
  windows: readonly KubernetesSupport[],
  overlay: Overlay,
  cited: CitedSources,
): readonly KubernetesSupport[] {
  return SERVICES.reduce<readonly KubernetesSupport[]>((rows, platform) => {
    const given = sorted(overlay.kubernetes[platform]).map(
      ([version, record]): KubernetesSupport => ({
        platform,
        version,
        standardUntil: record.standardUntil,
        extendedUntil: record.extendedUntil,
        ...cited.of(record),
      }),
    );
    return replaced(rows, given, (row) => `${row.platform}/${row.version}`);
  }, windows);
}

/** Facts under a regime: all that was there about a service and a regime gives way to the user's one. */
export function overlayCompliance(
  facts: readonly ComplianceFact[],
  overlay: Overlay,
  cited: CitedSources,
): readonly ComplianceFact[] {
  return ([...SERVICES, 'ec2'] as const).reduce<readonly ComplianceFact[]>((rows, service) => {
    const given = sorted(overlay.compliance[service]).map(
      ([regime, record]): ComplianceFact => ({
        service,
        regime,
        status: record.status,
        regions: record.regions,
        note: record.note,
        ...cited.of(record),
      }),
    );
    return replaced(rows, given, (row) => `${row.service}/${row.regime}`);
  }, facts);
}

/** Hours of people: a label that is there is replaced, another one is added. */
export function overlayHours(
  hours: readonly HoursAssumption[],
  overlay: Overlay,
  cited: CitedSources,
): readonly HoursAssumption[] {
  return HOURS_PLATFORMS.reduce<readonly HoursAssumption[]>((rows, platform) => {
    const given = sorted(overlay.hours[platform]).map(([label, record]): HoursAssumption => {
      const provenance = cited.of(record);
      return {
        platform,
        label,
        hoursPerMonth: record.hoursPerMonth,
        rationale: record.rationale ?? `Given by the user: ${provenance.source}.`,
        kind: 'user',
        ...provenance,
      };
    });
    return replaced(rows, given, (row) => `${row.platform}/${row.label}`);
  }, hours);
}

/** Defaults of the on-premises cost model. */
export function overlayOnPrem(
  onPrem: Catalog['onPrem'],
  overlay: Overlay,
  cited: CitedSources,
): Catalog['onPrem'] {
  const { pue } = overlay.onPrem;
  return pue === undefined ? onPrem : { pue: { value: pue.value, ...cited.of(pue) } };
}

/** Each given row takes the place of the first that has its key; the others with that key go, and new ones follow. */
function replaced<T>(rows: readonly T[], given: readonly T[], keyOf: (row: T) => string): readonly T[] {
  if (given.length === 0) return rows;
  const fresh = new Map(given.map((row) => [keyOf(row), row]));
  const placed = new Set<string>();
  const kept = rows.flatMap((row): readonly T[] => {
    const key = keyOf(row);
    const replacement = fresh.get(key);
    if (replacement === undefined) return [row];
    if (placed.has(key)) return [];
    placed.add(key);
    return [replacement];
  });
  return [...kept, ...given.filter((row) => !placed.has(keyOf(row)))];
}

function sorted<T>(records: Readonly<Record<string, T>> | undefined): readonly (readonly [string, T])[] {
  return Object.entries(records ?? {}).sort(([left], [right]) => compareText(left, right));
}
