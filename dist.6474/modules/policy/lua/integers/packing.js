import { unsignedInteger, wrapInteger } from './integer.js';
/** Whether string.pack may write an integer in so many bytes with a sign, or without one. */
export function fits(value, byteCount, isSigned) {
    if (byteCount >= 8)
        return true;
    const limit = 2 ** (8 * byteCount - (isSigned ? 1 : 0));
    const shown = isSigned ? value : unsignedInteger(value);
    return shown < limit && shown >= -limit;
}
/** The bytes of an integer; more than eight repeat the sign of a signed one, and are 0 else. */
export function integerBytes(value, byteCount, isLittle, isSigned) {
    const bytes = new Uint8Array(byteCount);
    let rest = BigInt(isSigned ? value : unsignedInteger(value));
    for (let at = 0; at < byteCount; at++) {
        bytes[isLittle ? at : byteCount - 1 - at] = Number(rest & 0xffn);
        rest >>= 8n;
    }
    return bytes;
}
/** What string.unpack reads; undefined when the bytes beyond the eighth say that it has more than 64 bits. */
export function bytesInteger(bytes, isLittle, isSigned) {
    let value = 0n;
    for (let at = bytes.length - 1; at >= 0; at--) {
        value = (value << 8n) | BigInt(bytes[isLittle ? at : bytes.length - 1 - at]);
    }
    const integer = isSigned ? BigInt.asIntN(8 * bytes.length, value) : value;
    const wrapped = wrapInteger(integer);
    const isWhole = bytes.length <= 8 || BigInt(wrapped) === integer || (!isSigned && integer >> 64n === 0n);
    return isWhole ? wrapped : undefined;
}
