/** What takes one column each and needs no look at tables of Unicode: Latin, and the signs that this project writes itself. */
const PLAIN = /^[ -~\u00a1-\u02ff\u2010-\u2027\u2500-\u257f]*$/;

/** What takes no column: marks upon the letter before, and what only steers how letters join. */
const WITHOUT_WIDTH = /[\p{Mn}\p{Me}\p{Cc}\p{Cf}]/u;

/** What takes two: scripts of East Asia with their punctuation and wide forms, and pictures. */
const TWICE_AS_WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** Columns of a terminal that a text without control sequences takes. */
export function textWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const sign of text) {
    if (WITHOUT_WIDTH.test(sign)) continue;
    width += TWICE_AS_WIDE.test(sign) ? 2 : 1;
  }
  return width;
}
