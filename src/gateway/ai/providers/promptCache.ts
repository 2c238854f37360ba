/** Shorter beginnings are not kept, by OpenAI and Anthropic alike (their guides on prompt caching). */
export const leastCachedTokens = 1024;
/** Since the last use: Anthropic's default, renewed by each use; OpenAI says five to ten minutes. */
const keptSeconds = 300;

interface Entry {
  tokens: number;
  usedSeconds: number;
}

/** The beginnings of prompts that a provider still has, and bills for less. What it has to forget for others is not known of any. */
export class PromptCache {
  /** By last use, the oldest first. */
  readonly #entries = new Map<number, Entry>();

  /** Tokens that are found of a beginning, which keeps them for longer. @param prefix -1 for none */
  find(prefix: number, tokens: number, nowSeconds: number): number {
    this.#forget(nowSeconds);
    const entry = this.#entries.get(prefix);
    const found = Math.min(tokens, entry?.tokens ?? 0);
    if (entry === undefined || found < leastCachedTokens) return 0;
    this.#use(prefix, entry, nowSeconds);
    return found;
  }

  /** A prompt with the beginning has been read. */
  store(prefix: number, tokens: number, nowSeconds: number): void {
    this.#forget(nowSeconds);
    if (tokens < leastCachedTokens) return;
    const entry = this.#entries.get(prefix) ?? { tokens: 0, usedSeconds: 0 };
    entry.tokens = Math.max(entry.tokens, tokens);
    this.#use(prefix, entry, nowSeconds);
  }

  #use(prefix: number, entry: Entry, nowSeconds: number): void {
    entry.usedSeconds = nowSeconds;
    this.#entries.delete(prefix);
    this.#entries.set(prefix, entry);
  }

  #forget(nowSeconds: number): void {
    for (const [prefix, { usedSeconds }] of this.#entries) {
      if (nowSeconds - usedSeconds <= keptSeconds) return;
      this.#entries.delete(prefix);
    }
  }
}
