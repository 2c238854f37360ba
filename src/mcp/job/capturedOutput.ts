import type { Problem } from '../../base/problem.js';
import { screenText } from '../../base/visible.js';
import { diagnosticText, type Listener, type Output } from '../../cli/output.js';

/** What a command writes, kept: nothing of it reaches a stream. */
export class CapturedOutput implements Output {
  readonly color = false;
  readonly unicode = true;
  readonly isInteractive = false;
  /** Wide enough for a table of measures. */
  readonly columns = 120;
  readonly listener: Listener;
  readonly said: string[] = [];
  readonly warnings: Problem[] = [];
  document: unknown;
  text = '';

  constructor(onProgress: (share: number, title: string) => void) {
    this.listener = {
      document: (value) => {
        this.document = value;
      },
      warning: (problem) => void this.warnings.push(problem),
      progress: onProgress,
    };
  }

  async write(text: string): Promise<void> {
    this.text += screenText(text);
  }

  async command(): Promise<void> {
    // Nobody's runner reads it.
  }

  say = (text: string | readonly string[]): void => {
    this.said.push(diagnosticText(text).trimEnd());
  };

  note = (text: string | readonly string[]): void => {
    // Warnings have come as data.
    if (!/^\s*warning: /.test([text].flat()[0] ?? '')) this.say(text);
  };

  rewriteLine(): void {
    // Progress has come as data.
  }
}
