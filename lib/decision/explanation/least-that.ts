/**
 * The least whole number from 0 to `upper` of which something holds that, once it holds, holds of all greater ones too; `undefined`
 * when it does not even hold of `upper`.
 */
export function leastThat(upper: number, holds: (value: number) => boolean): number | undefined {
  if (!holds(upper)) return undefined;
  let below = -1;
  let at = upper;
  while (at - below > 1) {
    const middle = below + Math.floor((at - below) / 2);
    if (holds(middle)) at = middle;
    else below = middle;
  }
  return at;
}
