/** How a text looks on a terminal. Functions and not codes, so that a renderer knows nothing of colours. */
export interface TextStyle {
  strong(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
}

const same = (text: string): string => text;

/** No colour at all: pipes, files, `NO_COLOR`. */
export const PLAIN_STYLE: TextStyle = { strong: same, faint: same, good: same, bad: same, warn: same };
