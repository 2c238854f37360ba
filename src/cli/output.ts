import { visible, visibleLine } from '../base/visible.js';
import { writeDiagnostic, writeResult } from './streams.js';

/** Where a command writes: results on stdout, everything else on stderr. */
export interface Output {
  /** Colours may be used on stdout. */
  readonly color: boolean;
  /** Characters beyond ASCII may be used. */
  readonly unicode: boolean;
  /** Characters of a line of stdout where that is a terminal; undefined for files and pipes. */
  readonly columns?: number | undefined;
  /** stderr is a terminal that a line can be rewritten on. */
  readonly isInteractive: boolean;
  /** Results: the text as it is. Resolves when it has been handed over. */
  write(text: string): Promise<void>;
  /** A diagnostic: one line or a few, control characters shown, nothing that looks like a stack trace. */
  say(text: string): void;
  /** A diagnostic that --quiet leaves out. */
  note(text: string): void;
  /** Rewrites the last line of an interactive stderr; '' takes it away. */
  rewriteLine(text: string): void;
}

export interface OutputFlags {
  readonly quiet: boolean;
  readonly noColor: boolean;
}

/** The real streams. */
export function processOutput({ quiet, noColor }: OutputFlags): Output {
  const { env, stdout, stderr } = process;
  const isCi = isSet(env.CI);
  const isPlain = noColor || isCi || isSet(env.NO_COLOR) || env.TERM === 'dumb';
  const say = (text: string): void => {
    writeDiagnostic(`${harmless(text)}\n`);
  };
  return {
    color: stdout.isTTY === true && !isPlain,
    unicode: process.platform === 'win32' || /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || ''),
    columns: stdout.isTTY === true && stdout.columns > 0 ? clampColumns(stdout.columns) : undefined,
    isInteractive: stderr.isTTY === true && !isCi && env.TERM !== 'dumb',
    write: writeResult,
    say,
    note: (text) => {
      if (!quiet) say(text);
    },
    rewriteLine: (text) => {
      writeDiagnostic(`\r\x1b[K${visibleLine(text)}`);
    },
  };
}

/** Narrower no table fits, wider no line is read. */
function clampColumns(columns: number): number {
  return Math.min(240, Math.max(72, columns));
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false' && value !== '0';
}

/** Messages may quote what a policy threw: a line of it must look like no message of ours, and like no stack trace. */
function harmless(text: string): string {
  return visible(text)
    .replace(/\n(?! )/g, '\n    ')
    .replace(/^(\s*)at /gm, '$1> at ');
}
