import type { OptionRecord } from '../record';

/** The first of each platform, in the order given: a reader looks for each of them, above all for the own site. */
export function bestOfEachPlatform(options: readonly OptionRecord[]): readonly OptionRecord[] {
  return [...new Map([...options].reverse().map((option) => [option.platform, option])).values()].reverse();
}
