import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './runCli.js';

/** A small piece of Lua, what lua5.3 prints for it and, where that differs, what is printed here. */
export interface LuaCheck {
  readonly area: string;
  /** Of its text in the file of the area. */
  readonly line: number;
  readonly chunk: string;
  readonly expected: string;
  readonly difference: { readonly reason: string; readonly printed: string } | undefined;
}

const folder = join(root, 'test/conformance/lua');

/** The areas, one file each. */
export const areas = readdirSync(folder).map((name) => name.replace(/\.txt$/, ''));

/**
 * The checks of an area. A line begins with what it is: `> ` a statement, `= ` expressions to print, `+ ` more of the same
 * chunk, `: ` what lua5.3 prints, `~ ` why it differs here, `! ` what is printed here.
 */
export function readChecks(area: string): LuaCheck[] {
  const checks: LuaCheck[] = [];
  let first = 1;
  for (const block of readFileSync(join(folder, `${area}.txt`), 'utf8').split(/\n\n/)) {
    const lines = block.replace(/\n+$/, '').split('\n');
    const of = (mark: string) => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));
    const text = [...of('>'), ...of('='), ...of('+')].join('\n');
    const [reason] = of('~');
    checks.push({
      area,
      line: first,
      chunk: lines[0].startsWith('=') ? `print(${text})` : text,
      expected: of(':').join('\n'),
      difference: reason === undefined ? undefined : { reason, printed: of('!').join('\n') },
    });
    first += lines.length + 1;
  }
  return checks;
}

/** Writes an area's file with what lua5.3 prints now; what is known to differ keeps its reason and shows what is printed here. */
export function writeExpected(area: string, expected: readonly string[], here: readonly string[]): void {
  const path = join(folder, `${area}.txt`);
  const blocks = readFileSync(path, 'utf8')
    .split(/\n\n/)
    .map((block, index) => {
      const kept = block
        .replace(/\n+$/, '')
        .split('\n')
        .filter((line) => /^[>=+]/.test(line));
      const marked = (mark: string, text: string) =>
        text.split('\n').map((line) => (line === '' ? mark : `${mark} ${line}`));
      const reason = block.split('\n').find((line) => line.startsWith('~'));
      const differs = expected[index] !== here[index];
      return [
        ...kept,
        ...marked(':', expected[index]),
        ...(differs ? [reason ?? '~ ?', ...marked('!', here[index])] : []),
      ].join('\n');
    });
  writeFileSync(path, `${blocks.join('\n\n')}\n`);
}
