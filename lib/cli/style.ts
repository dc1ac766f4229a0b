import { createColors } from 'picocolors';
import type { TextStyle } from '../report/text-style';
import { PLAIN_STYLE } from '../report/text-style';
import type { Io, Sink } from './io';

/** Width for pipes and files, where no terminal says one. */
const WIDTH_WITHOUT_TERMINAL = 100;

/**
 * Whether a stream gets colour: never with `NO_COLOR`, always with `FORCE_COLOR` (unless it is `0`), else on a terminal
 * that is not `dumb`.
 *
 * @see https://no-color.org
 */
export function wantsColour(env: Io['env'], stream: Sink): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  const force = env.FORCE_COLOR;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return stream.isTTY && env.TERM !== 'dumb';
}

/** Words in the colours of a terminal, or plain. */
export function styleFor(env: Io['env'], stream: Sink): TextStyle {
  if (!wantsColour(env, stream)) return PLAIN_STYLE;
  const colours = createColors(true);
  return {
    strong: colours.bold,
    faint: colours.dim,
    good: colours.green,
    bad: colours.red,
    warn: colours.yellow,
  };
}

export function widthOf(stream: Sink): number {
  return stream.columns ?? WIDTH_WITHOUT_TERMINAL;
}
