import type { RequestView } from './view';

/** A place of law that names nothing would allow nothing, and was hardly meant. */
export function checkResidency(view: RequestView): void {
  for (const cluster of view.clusters) {
    for (const question of ['data', 'controlPlane', 'backups', 'telemetry', 'operatorLaw']) {
      const path = [...cluster, 'residency', question];
      if (view.node(path)?.kind !== 'map') continue;
      const named = ['countries', 'jurisdictions'].some((key) => {
        const node = view.node([...path, key]);
        return node !== undefined && (node.kind !== 'list' || node.items.length > 0);
      });
      if (!named) {
        view.reportValue(
          path,
          `must name at least one country or jurisdiction; found none; leave '${question}' out if any will do`,
        );
      }
    }
  }
}
