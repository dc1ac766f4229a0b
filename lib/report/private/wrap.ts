/**
 * Breaks a text into lines of at most `width` characters, between words where possible. A word that is longer
 * than a line is broken behind `/` or `-` (candidate ids), or hard where it has none. Never returns an empty list.
 */
export function wrap(text: string, width: number): readonly string[] {
  const limit = Math.max(width, 1);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    for (const [index, piece] of split(word, limit).entries()) {
      const glue = line === '' || index > 0 ? '' : ' ';
      if (line.length + glue.length + piece.length <= limit) {
        line += glue + piece;
      } else {
        lines.push(line);
        line = piece;
      }
    }
  }
  lines.push(line);
  return lines;
}

function split(word: string, limit: number): readonly string[] {
  if (word.length <= limit) return [word];
  const pieces = word.match(/[^/-]+[/-]*|[/-]+/g) ?? [word];
  return pieces.flatMap((piece) => {
    const parts: string[] = [];
    for (let start = 0; start < piece.length; start += limit) parts.push(piece.slice(start, start + limit));
    return parts;
  });
}
