/** A string as %q writes it, a character a byte: Lua reads it back as the same. */
export function quoteLiteral(text: string): string {
  let quoted = '"';
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"' || character === '\\' || character === '\n') quoted += `\\${character}`;
    else if (character < ' ' || character === '\x7f') quoted += `\\${codeText(character, text[at + 1])}`;
    else quoted += character;
  }
  return `${quoted}"`;
}

/** Three digits where a digit follows, which would count as one of the code's. */
function codeText(character: string, next: string | undefined): string {
  const code = String(character.charCodeAt(0));
  return next !== undefined && next >= '0' && next <= '9' ? code.padStart(3, '0') : code;
}
