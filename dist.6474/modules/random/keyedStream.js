import { invariant } from '../base/invariant.js';
import { Generator } from './generator.js';
import { highWord, keyHash, mixBits } from './keyHash.js';
/** Words drawn at a time by a stream that goes on: 4 KiB, which stays in the first cache. */
const blockWordCount = 1_024;
/**
 * The stream of a key, at its beginning.
 *
 * @throws InvariantError if seed or replication is not whole and >= 0
 */
export function openStream(key) {
    const generator = new Generator(blockWordCount);
    generator.reseed(...hashOf(key));
    return generator;
}
/**
 * The indexed streams of a key; it stands at (0, 0).
 *
 * @throws InvariantError if seed or replication is not whole and >= 0
 */
export function openIndexedStream(key) {
    return new SeekableGenerator(hashOf(key));
}
function hashOf({ seed, replication, owner, purpose }) {
    invariant(Number.isSafeInteger(seed) && seed >= 0, `seed ${seed} is not a whole number >= 0`);
    invariant(Number.isSafeInteger(replication) && replication >= 0, `replication ${replication} is not a whole number >= 0`);
    return keyHash([seed, replication, owner, purpose]);
}
/** Generates two words at a time: one draw, since a seek throws away what was drawn ahead. */
class SeekableGenerator extends Generator {
    key;
    constructor(key) {
        super(2);
        this.key = Int32Array.from(key);
        this.seek(0, 0);
    }
    seek(first, second) {
        const key = this.key;
        // Each step is a bijection of the word it absorbs, so that different indexes give different states.
        const a = mixBits(key[0] ^ (first | 0));
        const b = mixBits((key[1] + a) ^ (second | 0));
        const c = mixBits((key[2] + b) ^ highWord(first));
        const d = mixBits((key[3] + c) ^ highWord(second));
        this.reseed(mixBits(a + d), mixBits(b ^ d), c, d);
    }
}
