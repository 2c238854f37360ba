/** Tokens of prompts that the model servers of one service answered, and those found in their prefix caches, over the measured span. */
export class PrefixCounts {
  readonly #fromSeconds: number;
  promptTokens = 0;
  foundTokens = 0;

  constructor(fromSeconds: number) {
    this.#fromSeconds = fromSeconds;
  }

  /** A prompt was answered whose request was meant to arrive then. */
  answered(arrivalSeconds: number, promptTokens: number, foundTokens: number): void {
    if (arrivalSeconds < this.#fromSeconds) return;
    this.promptTokens += promptTokens;
    this.foundTokens += foundTokens;
  }
}
