/** 128 bits as four 32-bit words. */
export type Words = readonly [number, number, number, number];
/**
 * Hashes numbers and texts to 128 bits: MurmurHash3 (x86, 128 bits) over whole words.
 *
 * Every number takes two words, every text its length and one word per UTF-16 unit, so that no two keys run together.
 * @param parts numbers are whole, 0..2^53 - 1
 * @see Appleby, MurmurHash3 (2011), public domain
 */
export declare function keyHash(parts: readonly (number | string)[]): Words;
/** Bits 32..52 of a whole number. */
export declare function highWord(value: number): number;
/** MurmurHash3's finaliser: every bit of the input flips each bit of the result with probability 1/2. */
export declare function mixBits(value: number): number;
