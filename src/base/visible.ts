/**
 * Control characters (C0, DEL, C1, separators of lines and paragraphs) could move the cursor or change the colours of a
 * terminal; marks that reorder text could show a name backwards. Whatever comes from a file or a policy is shown with
 * them as `\xNN` or `\uNNNN`.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point.
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

function code(character: string): string {
  const hex = character.charCodeAt(0).toString(16);
  return hex.length > 2 ? `\\u${hex.padStart(4, '0')}` : `\\x${hex.padStart(2, '0')}`;
}

/** Text for where tabs and line feeds do no harm: HTML, Markdown. */
export function visibleText(text: string): string {
  return text.replace(unsafe, code);
}

/** Text of several lines for a terminal: a tab would shift columns. */
export function visible(text: string): string {
  return visibleText(text).replaceAll('\t', '\\x09');
}

/** A name, a reason or the like for a terminal, which must stay on its line. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll('\n', '\\n');
}

/** A value as JSON that a terminal may show; the same data. */
export function visibleJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    unsafe,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
