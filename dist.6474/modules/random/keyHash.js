/**
 * Hashes numbers and texts to 128 bits: MurmurHash3 (x86, 128 bits) over whole words.
 *
 * Every number takes two words, every text its length and one word per UTF-16 unit, so that no two keys run together.
 * @param parts numbers are whole, 0..2^53 - 1
 * @see Appleby, MurmurHash3 (2011), public domain
 */
export function keyHash(parts) {
    const words = [];
    for (const part of parts) {
        if (typeof part === 'number') {
            words.push(part >>> 0, highWord(part));
            continue;
        }
        words.push(part.length);
        for (let unit = 0; unit < part.length; unit++)
            words.push(part.charCodeAt(unit));
    }
    let hash = [0, 0, 0, 0];
    for (let start = 0; start < words.length; start += 4) {
        const [first, second = 0, third = 0, fourth = 0] = words.slice(start, start + 4);
        hash = absorb(hash, [first, second, third, fourth]);
    }
    return finish(hash, words.length * 4);
}
/** Bits 32..52 of a whole number. */
export function highWord(value) {
    return Math.floor(value * 2 ** -32);
}
function absorb(hash, block) {
    let [h1, h2, h3, h4] = hash;
    h1 ^= Math.imul(rotate(Math.imul(block[0], 0x239b961b), 15), 0xab0e9789);
    h1 = (Math.imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
    h2 ^= Math.imul(rotate(Math.imul(block[1], 0xab0e9789), 16), 0x38b34ae5);
    h2 = (Math.imul((rotate(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
    h3 ^= Math.imul(rotate(Math.imul(block[2], 0x38b34ae5), 17), 0xa1e38b93);
    h3 = (Math.imul((rotate(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
    h4 ^= Math.imul(rotate(Math.imul(block[3], 0xa1e38b93), 18), 0x239b961b);
    h4 = (Math.imul((rotate(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
    return [h1, h2, h3, h4];
}
function finish(hash, byteCount) {
    let [h1, h2, h3, h4] = hash;
    h1 ^= byteCount;
    h2 ^= byteCount;
    h3 ^= byteCount;
    h4 ^= byteCount;
    h1 = (h1 + h2 + h3 + h4) | 0;
    h2 = mixBits((h2 + h1) | 0);
    h3 = mixBits((h3 + h1) | 0);
    h4 = mixBits((h4 + h1) | 0);
    h1 = mixBits(h1);
    h1 = (h1 + h2 + h3 + h4) | 0;
    return [h1, (h2 + h1) | 0, (h3 + h1) | 0, (h4 + h1) | 0];
}
function rotate(value, bitCount) {
    return (value << bitCount) | (value >>> (32 - bitCount));
}
/** MurmurHash3's finaliser: every bit of the input flips each bit of the result with probability 1/2. */
export function mixBits(value) {
    let bits = value ^ (value >>> 16);
    bits = Math.imul(bits, 0x85ebca6b);
    bits ^= bits >>> 13;
    bits = Math.imul(bits, 0xc2b2ae35);
    return bits ^ (bits >>> 16);
}
