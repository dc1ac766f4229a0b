import { cpu, memoryGib } from '../capacity-schema';
import type { RequestView } from './view';

/** The largest pod is one of the pods. */
export function checkCapacity(view: RequestView): void {
  for (const cluster of view.clusters) {
    for (const [key, schema] of [
      ['cpu', cpu],
      ['memoryGib', memoryGib],
    ] as const) {
      const largest = [...cluster, 'capacity', 'largestPod', key];
      const ofPod = view.valid(largest, schema);
      const ofAll = view.valid([...cluster, 'capacity', key], schema);
      if (ofPod !== undefined && ofAll !== undefined && ofPod > ofAll) {
        view.reportValue(
          largest,
          `must be at most 'capacity.${key}' (${ofAll}), which counts all pods together; found ${ofPod}`,
        );
      }
    }
  }
}
