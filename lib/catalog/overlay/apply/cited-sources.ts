import { compareText } from '../../../values';
import type { Catalog, Source } from '../../types';
import type { Overlay, Provenance } from '../types';

/** Who says a figure, and of when it is. */
export interface Cited {
  readonly source: string;
  readonly asOf: string;
}

/**
 * The sources that the records of an overlay cite. Only what is cited joins the catalogue, so that an overlay without
 * records changes nothing.
 */
export class CitedSources {
  private readonly cited = new Map<string, string>();

  public constructor(private readonly overlay: Overlay) {}

  /** Source and date of a record, those of the file where it has none of its own. */
  public of(record: Provenance): Cited {
    const source = record.source ?? this.overlay.source;
    const described = Object.hasOwn(this.overlay.sources, source) ? this.overlay.sources[source] : undefined;
    const asOf = record.asOf ?? described?.asOf ?? this.overlay.asOf;
    const oldest = this.cited.get(source);
    // a source is as old as the oldest figure that cites it: an age limit errs on the strict side
    if (oldest === undefined || asOf < oldest) this.cited.set(source, asOf);
    return { source, asOf };
  }

  /** All sources in the order of the catalogue, the new ones by name. One that is described again is replaced. */
  public joinedTo(catalog: Catalog): readonly Source[] {
    const fresh = new Map<string, Source>();
    for (const [id, oldest] of this.cited) {
      const described = Object.hasOwn(this.overlay.sources, id) ? this.overlay.sources[id] : undefined;
      if (described) {
        const { title, reference } = described;
        fresh.set(id, { id, title, reference, asOf: described.asOf ?? oldest });
      } else if (!catalog.sources.some((source) => source.id === id)) {
        fresh.set(id, { id, title: id, reference: 'given by the user', asOf: oldest });
      }
    }
    const kept = catalog.sources.map((source) => fresh.get(source.id) ?? source);
    const known = new Set(catalog.sources.map((source) => source.id));
    const added = [...fresh.values()].filter(({ id }) => !known.has(id));
    return [...kept, ...added.sort((left, right) => compareText(left.id, right.id))];
  }
}
