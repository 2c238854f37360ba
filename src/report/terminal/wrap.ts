/** Breaks text at spaces into lines of at most `width` characters; every line begins with `indent`. */
export function wrap(
  text: string,
  { width, indent = '' }: { readonly width: number; readonly indent?: string },
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && indent.length + longer.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = longer;
  }
  return [...lines, indent + line];
}

/** At most `limit` lines; the last one then says how many are missing. */
export function capLines(lines: readonly string[], limit: number, rest: (count: number) => string): string[] {
  return lines.length <= limit ? [...lines] : [...lines.slice(0, limit - 1), rest(lines.length - limit + 1)];
}
