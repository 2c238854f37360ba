import { grown } from '../../kernel/columns.js';

/** Who hears of which prefixes a pool may have blocks. */
interface PoolListener {
  begins(prefix: number): void;
  ends(prefix: number): void;
}

/**
 * The KV memory of one replica: blocks held by requests, and one queue of free ones, eaten from the front.
 *
 * A prefix that nobody uses lies in the queue as one piece and stays findable until it is eaten, its tail first. So answers
 * of other requests age a prefix as much as prompts do, as with the single queue of vLLM's KV cache manager
 * (vllm/v1/core/block_pool.py). Pieces, not blocks, are what the queue is made of: cost follows requests, never tokens.
 * Hot: pieces and prefixes are rows of columns; a piece of the end of the queue takes in the next one that has no name.
 */
export class BlockPool {
  freeBlocks: number;
  /** Blocks in the free queue that are still findable. */
  cachedBlocks = 0;
  /** Hears of which prefixes blocks may be stored. */
  listener: PoolListener | undefined;
  readonly #kvBlocks: number;
  /** [piece]; piece 0 is both ends of the queue */
  #next = new Int32Array(64);
  #previous = new Int32Array(64);
  #blocks = new Int32Array(64);
  /** [piece] entry of the prefix that lies here, -1 for blocks without a name */
  #entryOf = new Int32Array(64);
  #pieceCount = 1;
  readonly #freePieces: number[] = [];
  /** [entry] */
  #entryBlocks = new Int32Array(64);
  #users = new Int32Array(64);
  #pieceOf = new Int32Array(64);
  #prefixOf = new Float64Array(64);
  #entryCount = 0;
  readonly #freeEntries: number[] = [];
  readonly #entries = new Map<number, number>();

  constructor(kvBlocks: number) {
    this.#kvBlocks = kvBlocks;
    this.freeBlocks = 0;
    this.giveBack(kvBlocks);
  }

  get usedBlocks(): number {
    return this.#kvBlocks - this.freeBlocks;
  }

  /** Of which blocks may be stored. */
  get prefixes(): Iterable<number> {
    return this.#entries.keys();
  }

  /** Blocks that are stored of a prefix. */
  storedBlocks(prefix: number): number {
    const entry = this.#entries.get(prefix);
    return entry === undefined ? 0 : this.#entryBlocks[entry];
  }

  /** Whether nobody uses what is stored of a prefix. */
  isFree(prefix: number): boolean {
    const entry = this.#entries.get(prefix);
    return entry !== undefined && this.#pieceOf[entry] >= 0;
  }

  /** What `storedBlocks` would be after `takeFree`. */
  storedAfter(prefix: number, blocks: number): number {
    const entry = this.#entries.get(prefix);
    if (entry === undefined) return 0;
    const lies = this.#pieceOf[entry];
    let left = blocks;
    for (let piece = this.#next[0]; lies >= 0 && left > 0 && piece !== lies; piece = this.#next[piece])
      left -= this.#blocks[piece];
    return lies < 0
      ? this.#entryBlocks[entry]
      : this.#entryBlocks[entry] - Math.max(0, Math.min(left, this.#blocks[lies]));
  }

  /** Free blocks that are left once those found of a prefix are taken out of the queue. */
  freeBeside(prefix: number, foundBlocks: number): number {
    const entry = this.#entries.get(prefix);
    return entry === undefined || this.#users[entry] > 0 ? this.freeBlocks : this.freeBlocks - foundBlocks;
  }

  /** Blocks without a name from the front of the queue; they must be there. */
  takeFree(blocks: number): void {
    this.freeBlocks -= blocks;
    let left = blocks;
    while (left > 0) {
      const piece = this.#next[0];
      const here = this.#blocks[piece];
      const eaten = here < left ? here : left;
      const entry = this.#entryOf[piece];
      left -= eaten;
      this.#blocks[piece] = here - eaten;
      if (entry >= 0) {
        this.cachedBlocks -= eaten;
        this.#entryBlocks[entry] -= eaten;
      }
      if (eaten === here) {
        if (entry >= 0) this.#forget(entry);
        this.#unlink(piece);
      }
    }
  }

  /** What `cachedBlocks` would be after `takeFree`. */
  cachedAfter(blocks: number): number {
    let cached = this.cachedBlocks;
    let left = blocks;
    for (let piece = this.#next[0]; left > 0 && piece !== 0; piece = this.#next[piece]) {
      const eaten = Math.min(this.#blocks[piece], left);
      if (this.#entryOf[piece] >= 0) cached -= eaten;
      left -= eaten;
    }
    return cached;
  }

  /** Blocks without a name to the back of the queue. */
  giveBack(blocks: number): void {
    if (blocks === 0) return;
    this.freeBlocks += blocks;
    const last = this.#previous[0];
    if (last !== 0 && this.#entryOf[last] < 0) this.#blocks[last] += blocks;
    else this.#append(blocks, -1);
  }

  /** One more uses the prefix: its first blocks leave the queue, what lies beyond them is no longer findable. @returns entry */
  use(prefix: number, foundBlocks: number): number {
    let entry = this.#entries.get(prefix) ?? -1;
    if (entry < 0) entry = this.#remember(prefix);
    if (this.#users[entry]++ > 0) return entry;
    const piece = this.#pieceOf[entry];
    if (piece < 0) return entry;
    const rest = this.#blocks[piece] - foundBlocks;
    this.freeBlocks -= foundBlocks;
    this.cachedBlocks -= foundBlocks + rest;
    this.#entryBlocks[entry] = foundBlocks;
    this.#pieceOf[entry] = -1;
    this.#entryOf[piece] = -1;
    this.#blocks[piece] = rest;
    if (rest === 0) this.#unlink(piece);
    return entry;
  }

  /** Held blocks become the prefix's, or cease to be when negative. */
  lengthen(entry: number, blocks: number): void {
    this.#entryBlocks[entry] += blocks;
  }

  blocksOf(entry: number): number {
    return this.#entryBlocks[entry];
  }

  /** One fewer uses the prefix; the last one's goes to the back of the queue. */
  leave(entry: number): void {
    if (--this.#users[entry] > 0) return;
    const blocks = this.#entryBlocks[entry];
    if (blocks === 0) {
      this.#forget(entry);
      return;
    }
    this.freeBlocks += blocks;
    this.cachedBlocks += blocks;
    this.#pieceOf[entry] = this.#append(blocks, entry);
  }

  #append(blocks: number, entry: number): number {
    const piece = this.#freePieces.pop() ?? this.#pieceCount++;
    if (piece >= this.#next.length) {
      this.#next = grown(this.#next);
      this.#previous = grown(this.#previous);
      this.#blocks = grown(this.#blocks);
      this.#entryOf = grown(this.#entryOf);
    }
    const last = this.#previous[0];
    this.#next[last] = piece;
    this.#previous[piece] = last;
    this.#next[piece] = 0;
    this.#previous[0] = piece;
    this.#blocks[piece] = blocks;
    this.#entryOf[piece] = entry;
    return piece;
  }

  #unlink(piece: number): void {
    const before = this.#previous[piece];
    const after = this.#next[piece];
    this.#next[before] = after;
    this.#previous[after] = before;
    this.#freePieces.push(piece);
  }

  #remember(prefix: number): number {
    const entry = this.#freeEntries.pop() ?? this.#entryCount++;
    if (entry >= this.#users.length) {
      this.#entryBlocks = grown(this.#entryBlocks);
      this.#users = grown(this.#users);
      this.#pieceOf = grown(this.#pieceOf);
      this.#prefixOf = grown(this.#prefixOf);
    }
    this.#entryBlocks[entry] = 0;
    this.#users[entry] = 0;
    this.#pieceOf[entry] = -1;
    this.#prefixOf[entry] = prefix;
    this.#entries.set(prefix, entry);
    this.listener?.begins(prefix);
    return entry;
  }

  #forget(entry: number): void {
    this.#entries.delete(this.#prefixOf[entry]);
    this.listener?.ends(this.#prefixOf[entry]);
    this.#freeEntries.push(entry);
  }
}
