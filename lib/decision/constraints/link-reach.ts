import { compareText } from '../../values';
import type { Link } from '../request/types';
import type { Constraint, RequestChange } from '../types';
import { decided, finding, proven } from './finding';

const NOT_ASKED = proven('link-reach', 'any place', 'no line that exists is asked for');

/** A link that asks for a line which exists, with the places that one reaches. */
type Line = readonly [name: string, link: Link, reaches: readonly string[]];

export const linkReach: Constraint = {
  id: 'link-reach',
  title: 'Place that the lines of linked networks reach already',
  rationale:
    'A new private line takes contracts and months; one that is on its way is a good reason, so a written one lifts it.',
  level: 'overridable',
  dependsOn: 'place',
  evaluate({ candidate: { place } }, { cluster: { links } }) {
    const lines = linesOf(links);
    if (lines.length === 0) return NOT_ASKED;
    const missing = lines.filter(([, , reaches]) => !reaches.includes(place.id));
    return finding(
      this.id,
      `a line of ${namesOf(lines)}`,
      decided(missing.length === 0, {
        observed:
          missing.length === 0 ? `${place.id} is reached` : `no line of ${namesOf(missing)} to ${place.id}`,
        fix: missing
          .map(([name]) => `lay a line to ${place.id} and add it to 'links.${name}.reaches'`)
          .join(', and '),
        change: reaching(missing, place.id, links),
      }),
    );
  },
};

function linesOf(links: Readonly<Record<string, Link>>): readonly Line[] {
  return Object.entries(links)
    .flatMap(([name, link]): readonly Line[] =>
      link.reaches === undefined ? [] : [[name, link, link.reaches]],
    )
    .sort(([left], [right]) => compareText(left, right));
}

function namesOf(lines: readonly Line[]): string {
  return lines.map(([name]) => name).join(' and ');
}

/** One list where one lacks the place, all links where several do: a change has one path. */
function reaching(
  missing: readonly Line[],
  place: string,
  links: Readonly<Record<string, Link>>,
): RequestChange {
  const [first, ...rest] = missing;
  if (first !== undefined && rest.length === 0) {
    return { path: ['links', first[0], 'reaches'], to: [...first[2], place] };
  }
  const reached = Object.fromEntries(
    missing.map(([name, link, reaches]) => [name, { ...link, reaches: [...reaches, place] }]),
  );
  return { path: ['links'], to: { ...links, ...reached } };
}
