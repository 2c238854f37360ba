import type { Problem } from '../base/problem.js';
import { screenText, visibleLine } from '../base/visible.js';
import { writeDiagnostic, writeResult } from './streams.js';

/** Somebody who takes data where a terminal takes text. */
export interface Listener {
  /** What `--json` would print, before it is shown. */
  document(value: unknown): void;
  warning(problem: Problem): void;
  /** @param share done, 0..1 */
  progress(share: number, title: string): void;
}

/** Where a command writes: results on stdout, everything else on stderr. */
export interface Output {
  /** A program that listens, beside whoever reads. */
  readonly listener?: Listener;
  /** Colours may be used on stdout. */
  readonly color: boolean;
  /** Characters beyond ASCII may be used. */
  readonly unicode: boolean;
  /** Characters of a line of stdout where that is a terminal; undefined for files and pipes. */
  readonly columns?: number | undefined;
  /** stderr is a terminal that a line can be rewritten on. */
  readonly isInteractive: boolean;
  /** Results: lines whose parts are visible already. Resolves when they have been handed over. */
  write(text: string): Promise<void>;
  /** Lines that GitHub's runner is meant to obey, each made by `workflowCommand`. */
  command(lines: readonly string[], isStdoutTaken: boolean): Promise<void>;
  /** A diagnostic: a line, or several of a list; a line feed inside is shown as `\\n`, so that quoted text begins no line. */
  say(text: string | readonly string[]): void;
  /** A diagnostic that --quiet leaves out. */
  note(text: string | readonly string[]): void;
  /** Rewrites the last line of an interactive stderr; '' takes it away. */
  rewriteLine(text: string): void;
}

interface OutputFlags {
  readonly quiet: boolean;
  readonly noColor: boolean;
}

/** The real streams. */
export function processOutput({ quiet, noColor }: OutputFlags): Output {
  const { env, stdout, stderr } = process;
  const isCi = isSet(env.CI);
  const isPlain = noColor || isCi || isSet(env.NO_COLOR) || env.TERM === 'dumb';
  const say = (text: string | readonly string[]): void => {
    writeDiagnostic(diagnosticText(text));
  };
  return {
    color: stdout.isTTY === true && !isPlain,
    unicode: process.platform === 'win32' || /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || ''),
    columns: stdout.isTTY === true && stdout.columns > 0 ? clampColumns(stdout.columns) : undefined,
    isInteractive: stderr.isTTY === true && !isCi && env.TERM !== 'dumb',
    write: (text) => writeResult(screenText(text, stdout.isTTY === true && !isPlain)),
    // It reads stderr as well, where a document has stdout for itself.
    command: async (lines, isStdoutTaken) => {
      const text = lines.map((line) => `${line}\n`).join('');
      if (isStdoutTaken) writeDiagnostic(text);
      else await writeResult(text);
    },
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

/** Only the first line stands at the margin; none looks like one of a stack trace. */
export function diagnosticText(lines: string | readonly string[]): string {
  const shown = [lines]
    .flat()
    .map((line, index) => `${index === 0 || line.startsWith(' ') ? '' : '    '}${visibleLine(line)}\n`);
  return screenText(shown.join('').replace(/^(\s*)at /gm, '$1> at '));
}
