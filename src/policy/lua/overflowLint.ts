/**
 * Finds products of whole numbers that pass fengari's 32-bit integers, and the line they stand on.
 *
 * `1024*1024*1024*8` is 0 there, silently. Looks at literals only; strings and comments are left out.
 */
export function overflowLint(code: string): string[] {
  const findings: string[] = [];
  for (const [index, line] of withoutTexts(code).split('\n').entries()) {
    for (const [product] of line.matchAll(/(?<![\w.])\d+(?:\s*\*\s*\d+(?![\w.]))+/g)) {
      const exact = product.split('*').reduce((value, factor) => value * Number(factor), 1);
      if (exact < 2 ** 31) continue;
      const [first] = product.split(/\s*\*/, 1);
      findings.push(
        `line ${index + 1}: ${product} passes the 32-bit integers of this Lua and gives another number; write ${product.replace(first, `${first}.0`)}.`,
      );
    }
  }
  return findings;
}

/** Strings and comments blanked out; line breaks stay, so that line numbers do. */
function withoutTexts(code: string): string {
  const texts = /--\[(=*)\[.*?\]\1\]|--[^\n]*|\[(=*)\[.*?\]\2\]|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/gs;
  return code.replace(texts, (text) => text.replace(/[^\n]/g, ' '));
}
