import { compareText } from '../../values';
import type { Link } from '../request/types';
import type { Constraint } from '../types';
import { decided, finding, proven } from './finding';

const NOT_ASKED = proven('link-reach', 'any place', 'no line that exists is asked for');

/** A link that asks for a line which exists, with the places that one reaches. */
type Line = readonly [name: string, reaches: readonly string[]];

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
    const missing = lines.filter(([, reaches]) => !reaches.includes(place.id));
    // one value is changed, which does where one link alone is in the way
    const [only] = missing.length === 1 ? missing : [];
    return finding(
      this.id,
      `a line of ${namesOf(lines)}`,
      decided(missing.length === 0, {
        observed:
          missing.length === 0 ? `${place.id} is reached` : `no line of ${namesOf(missing)} to ${place.id}`,
        fix: missing
          .map(([name]) => `lay a line to ${place.id} and add it to 'links.${name}.reaches'`)
          .join(', and '),
        ...(only !== undefined && {
          change: { path: ['links', only[0], 'reaches'], to: [...only[1], place.id].sort(compareText) },
        }),
      }),
    );
  },
};

function linesOf(links: Readonly<Record<string, Link>>): readonly Line[] {
  return Object.entries(links)
    .flatMap(([name, { reaches }]): readonly Line[] => (reaches === undefined ? [] : [[name, reaches]]))
    .sort(([left], [right]) => compareText(left, right));
}

function namesOf(lines: readonly Line[]): string {
  return lines.map(([name]) => name).join(' and ');
}
