import type { BlockPool } from './blockPool.js';
import { type ModelRequests, stage } from './modelRequests.js';
import type { ReplicaCounters } from './replicaReading.js';
import { BLOCK_TOKENS, blocksFor, type ModelServerSettings, shareBlocksOf } from './settings.js';

/** Which blocks a request holds: those of its prefix, shared with whoever uses it, and its own. */
export class Holdings {
  readonly #settings: ModelServerSettings;
  readonly #requests: ModelRequests;
  readonly #pool: BlockPool;
  /** Of first admissions, as vLLM counts: prompts looked up in the prefix cache, and what was found. */
  #queriedTokens = 0;
  #foundTokens = 0;

  constructor(settings: ModelServerSettings, requests: ModelRequests, pool: BlockPool) {
    this.#settings = settings;
    this.#requests = requests;
    this.#pool = pool;
  }

  /** The blocks of the prompt, or of the answer too, less those that the prefix cache has. @returns whether they were there */
  take(row: number): boolean {
    const requests = this.#requests;
    const pool = this.#pool;
    const promptTokens = requests.promptTokens[row];
    const target = promptTokens + requests.generated[row];
    const prefix = this.#settings.prefixCache ? requests.prefix[row] : -1;
    const shareBlocks = prefix < 0 ? 0 : shareBlocksOf(requests.prefixTokens[row], promptTokens);
    const usesPrefix = prefix >= 0 && (shareBlocks > 0 || requests.keepsContext[row] === 1);
    const found = usesPrefix ? Math.min(pool.storedBlocks(prefix), shareBlocks) : 0;
    const stored = this.#settings.admit === 'reserve' ? this.#storedAtEnd(row) : target;
    const wanted = blocksFor(stored) - found;
    if (wanted > (usesPrefix ? pool.freeBeside(prefix, found) : pool.freeBlocks)) return false;
    requests.target[row] = target;
    requests.shareBlocks[row] = shareBlocks;
    requests.foundBlocks[row] = found;
    requests.entry[row] = usesPrefix ? pool.use(prefix, found) : -1;
    pool.takeFree(wanted);
    if (usesPrefix) {
      const missing = shareBlocks - pool.blocksOf(requests.entry[row]);
      if (missing > 0) pool.lengthen(requests.entry[row], missing);
    }
    return true;
  }

  /** It was taken in for the first time. */
  noteLookup(row: number, foundTokens: number): void {
    this.#requests.hitTokens[row] = foundTokens;
    if (!this.#settings.prefixCache) return;
    this.#queriedTokens += this.#requests.promptTokens[row];
    this.#foundTokens += foundTokens;
  }

  tellLookups(counters: ReplicaCounters): void {
    counters.queriedTokens = this.#queriedTokens;
    counters.foundTokens = this.#foundTokens;
  }

  /** The answer is complete; the context of a chat becomes its prefix. */
  finish(row: number): void {
    const { entry: entries, shareBlocks, keepsContext } = this.#requests;
    const stored = this.#storedAtEnd(row);
    const entry = entries[row];
    let own = blocksFor(stored) - shareBlocks[row];
    if (entry >= 0 && keepsContext[row] === 1) {
      const kept = Math.floor(stored / BLOCK_TOKENS) - this.#pool.blocksOf(entry);
      if (kept > 0) {
        this.#pool.lengthen(entry, kept);
        own -= kept;
      }
    }
    this.#giveBack(row, own);
  }

  /** It stops before its end: of its prefix what was computed stays. @param granted blocks beyond its context */
  stop(row: number, granted: number): void {
    const { stage: stages, context, target, shareBlocks: shares, foundBlocks, entry } = this.#requests;
    const isDecoding = stages[row] === stage.decode;
    let shareBlocks = shares[row];
    let held = isDecoding ? blocksFor(context[row]) + granted : blocksFor(target[row]);
    if (this.#settings.admit === 'reserve') held = blocksFor(this.#storedAtEnd(row));
    if (!isDecoding && foundBlocks[row] < shareBlocks) {
      const computed = Math.min(shareBlocks, Math.floor(context[row] / BLOCK_TOKENS));
      const kept = Math.max(foundBlocks[row], computed);
      this.#pool.lengthen(entry[row], kept - shareBlocks);
      shareBlocks = kept;
    }
    this.#giveBack(row, held - shareBlocks);
  }

  #storedAtEnd(row: number): number {
    const { promptTokens, outputTokens } = this.#requests;
    return promptTokens[row] + outputTokens[row] - 1;
  }

  /** Its own first, then its prefix where it was the last to use it. */
  #giveBack(row: number, ownBlocks: number): void {
    const { entry } = this.#requests;
    this.#pool.giveBack(ownBlocks);
    if (entry[row] >= 0) this.#pool.leave(entry[row]);
    entry[row] = -1;
  }
}
