import { keptFor } from '../memory';
import type { ClusterContext, Place } from '../types';
import type { Part } from './bill';

/** Parts of the bills of one place. */
interface Book {
  readonly parts: Map<string, Part>;
  /**
   * Those that depend on the nodes besides: sizings are shared by candidates that differ in their way out only. No weak
   * map: it goes with the book, and hundreds of small weak maps are dear to collect.
   */
  readonly ofNodes: Map<object, Map<string, Part>>;
}

const books = keptFor(() => new Map<Place, Book>());

/**
 * The part of that name in a place, reckoned when it is first asked for. `nodes` is what it depends on besides: a sizing.
 * Candidates of one region differ in few lines, and a decision prices more than a thousand.
 */
export function remembered(
  context: ClusterContext,
  place: Place,
  name: string,
  reckon: () => Part,
  nodes?: object,
): Part {
  const parts = partsOf(bookOf(context, place), nodes);
  const known = parts.get(name);
  if (known !== undefined) return known;
  const part = reckon();
  parts.set(name, part);
  return part;
}

function bookOf(context: ClusterContext, place: Place): Book {
  const places = books(context);
  let book = places.get(place);
  if (book === undefined) {
    book = { parts: new Map(), ofNodes: new Map() };
    places.set(place, book);
  }
  return book;
}

function partsOf(book: Book, nodes: object | undefined): Map<string, Part> {
  if (nodes === undefined) return book.parts;
  let parts = book.ofNodes.get(nodes);
  if (parts === undefined) {
    parts = new Map();
    book.ofNodes.set(nodes, parts);
  }
  return parts;
}
