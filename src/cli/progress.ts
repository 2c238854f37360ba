import type { Output } from './output.js';

/** Shorter work needs no progress. */
const quietMs = 2000;
/** Between two lines where a line cannot be rewritten. */
const plainLineMs = 30_000;

/** Shows how far a comparison is: one line that changes on a terminal, few lines elsewhere. */
export class Progress {
  readonly #output: Output;
  readonly #title: string;
  readonly #beganMs = performance.now();
  #lastLineMs = this.#beganMs;
  #isShown = false;

  constructor(title: string, output: Output) {
    this.#title = title;
    this.#output = output;
  }

  /** @param share done, 0..1 */
  update(share: number): void {
    this.#output.listener?.progress(Math.min(1, share), this.#title);
    const nowMs = performance.now();
    const spentMs = nowMs - this.#beganMs;
    if (spentMs < quietMs) return;
    const percent = `${Math.floor(Math.min(1, share) * 100)} %`;
    // The first two per cent say little about the rest.
    const leftSeconds = share < 0.02 ? undefined : Math.ceil((spentMs * (1 - share)) / share / 1000);
    const text = `${this.#title}: ${percent}${leftSeconds === undefined ? '' : `, about ${leftSeconds} s left`}`;
    if (this.#output.isInteractive) {
      this.#output.rewriteLine(text);
      this.#isShown = true;
    } else if (nowMs - this.#lastLineMs >= plainLineMs) {
      this.#lastLineMs = nowMs;
      this.#output.note(text);
    }
  }

  /** Takes the line away. */
  end(): void {
    if (this.#isShown) this.#output.rewriteLine('');
  }
}
