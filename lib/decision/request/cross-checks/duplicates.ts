import type { Path } from '../../../document/finding';
import { describeFound } from '../../../document/wording';
import type { RequestView } from './view';

/** Every list of a request is a set: an entry that occurs twice is a slip, and often a wrong name. */
export function checkDuplicates(view: RequestView, path: Path = []): void {
  for (const key of view.keys(path)) checkDuplicates(view, [...path, key]);
  const seen = new Set<unknown>();
  for (const entry of view.entries(path)) {
    const node = view.node(entry);
    if (node?.kind !== 'scalar') {
      checkDuplicates(view, entry);
    } else if (seen.has(node.value)) {
      view.reportValue(entry, `must occur once in the list; found ${describeFound(node)} again`);
    }
    seen.add(node?.kind === 'scalar' ? node.value : entry);
  }
}
