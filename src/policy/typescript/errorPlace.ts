import { SourceMap } from 'node:module';
import { basename } from 'node:path';

const mapComment = /\n\/\/# sourceMappingURL=data:application\/json;base64,([A-Za-z0-9+/=]+)\s*$/;

/** A bundle without its source map, and what finds places in the source. */
export interface MappedCode {
  readonly code: string;
  /** `policy.ts:12` of the innermost frame of a stack that lies in the code named `frameName`; undefined when none does. */
  place(stack: unknown, frameName: string): string | undefined;
}

/** Splits a bundle into code and map: Node must not map the positions a second time. */
export function readMappedCode(bundle: string): MappedCode {
  const match = mapComment.exec(bundle);
  let map: SourceMap | undefined;
  // Read when something was thrown: a run without errors needs no map.
  const readMap = (text: string) => new SourceMap(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
  return {
    code: match === null ? bundle : bundle.slice(0, match.index),
    place(stack, frameName) {
      const position = framePosition(stack, frameName);
      if (position === undefined) return undefined;
      if (match !== null) map ??= readMap(match[1]);
      const entry = map?.findEntry(position.line - 1, position.column - 1);
      if (entry !== undefined && 'originalLine' in entry)
        return `${basename(entry.originalSource)}:${entry.originalLine + 1}`;
      return undefined;
    },
  };
}

function framePosition(stack: unknown, frameName: string): { line: number; column: number } | undefined {
  if (typeof stack !== 'string') return undefined;
  // A policy may write its own.
  for (const line of stack.slice(0, 20_000).split('\n')) {
    const at = line.indexOf(`${frameName}:`);
    const numbers = at === -1 ? null : /^(\d+):(\d+)/.exec(line.slice(at + frameName.length + 1));
    if (numbers !== null) return { line: Number(numbers[1]), column: Number(numbers[2]) };
  }
  return undefined;
}
