/** Tokens of prompts that the model servers of one service answered, and those found in their prefix caches, over the measured span. */
export class PrefixCounts {
  readonly #fromSeconds: number;
  promptTokens = 0;
  foundTokens = 0;
  /** Computed again, since the server that had them is gone. */
  lostTokens = 0;

  constructor(fromSeconds: number) {
    this.#fromSeconds = fromSeconds;
  }

  /** A prompt was answered whose request was meant to arrive then. */
  answered(arrivalSeconds: number, tokens: PromptTokens): void {
    if (arrivalSeconds < this.#fromSeconds) return;
    this.promptTokens += tokens.prompt;
    this.foundTokens += tokens.found;
    this.lostTokens += tokens.lost;
  }
}

interface PromptTokens {
  readonly prompt: number;
  readonly found: number;
  readonly lost: number;
}
