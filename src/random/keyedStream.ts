import { invariant } from '../base/invariant.js';
import { Generator } from './generator.js';
import { highWord, keyHash, mixBits } from './keyHash.js';
import type { Stream } from './stream.js';

/** What a stream's draws depend on, and nothing else. */
export interface StreamKey {
  /** Root of all randomness; whole, 0..2^53 - 1. */
  readonly seed: number;
  /** Number of the run, from 0; whole. */
  readonly replication: number;
  /** Whose draws: a source's or service's name. */
  readonly owner: string;
  /** What for: `arrivals`, `cpu`, `startup`. */
  readonly purpose: string;
}

/** A stream whose draws are addressed by two numbers instead of following one another. */
export interface IndexedStream extends Stream {
  /**
   * Goes to the sequence of (first, second): (VU, iteration), (arrival, try), (launch, 0).
   *
   * Both whole, 0..2^53 - 1. The draws that follow depend on the key and these two numbers only. About 27 ns with one draw.
   */
  seek(first: number, second: number): void;
  /** The same by words of 32 bits, which are no objects where numbers beyond them are. */
  seekWords(first: number, firstHigh: number, second: number, secondHigh: number): void;
}

/** Words drawn at a time by a stream that goes on: 4 KiB, which stays in the first cache. */
const blockWordCount = 1_024;

/**
 * The stream of a key, at its beginning.
 *
 * @throws InvariantError if seed or replication is not whole and >= 0
 */
export function openStream(key: StreamKey): Stream {
  const generator = new Generator(blockWordCount);
  generator.reseed(...hashOf(key));
  return generator;
}

/**
 * The indexed streams of a key; it stands at (0, 0).
 *
 * @throws InvariantError if seed or replication is not whole and >= 0
 */
export function openIndexedStream(key: StreamKey): IndexedStream {
  return new SeekableGenerator(hashOf(key));
}

function hashOf({ seed, replication, owner, purpose }: StreamKey): readonly [number, number, number, number] {
  invariant(Number.isSafeInteger(seed) && seed >= 0, `seed ${seed} is not a whole number >= 0`);
  invariant(
    Number.isSafeInteger(replication) && replication >= 0,
    `replication ${replication} is not a whole number >= 0`,
  );
  return keyHash([seed, replication, owner, purpose]);
}

/** Generates two words at a time: one draw, since a seek throws away what was drawn ahead. */
class SeekableGenerator extends Generator implements IndexedStream {
  private readonly key: Int32Array;

  constructor(key: readonly [number, number, number, number]) {
    super(2);
    this.key = Int32Array.from(key);
    this.seek(0, 0);
  }

  seek(first: number, second: number): void {
    this.seekWords(first | 0, highWord(first) | 0, second | 0, highWord(second) | 0);
  }

  seekWords(first: number, firstHigh: number, second: number, secondHigh: number): void {
    const key = this.key;
    // Each step is a bijection of the word it absorbs, so that different indexes give different states.
    const a = mixBits(key[0] ^ first);
    const b = mixBits((key[1] + a) ^ second);
    const c = mixBits((key[2] + b) ^ firstHigh);
    const d = mixBits((key[3] + c) ^ secondHigh);
    this.reseed(mixBits(a + d), mixBits(b ^ d), c, d);
  }
}
