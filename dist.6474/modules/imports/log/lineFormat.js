/** Takes the duration off a line that is stamped at the answer. */
export function arrivalOf(stampSeconds, latencySeconds) {
    if (latencySeconds === undefined)
        return { seconds: stampSeconds, stamp: 'unknown' };
    return { seconds: stampSeconds - latencySeconds, stamp: 'subtracted' };
}
/** Longer than a day is damage, not a duration. */
const longestSeconds = 86_400;
/** A duration that can be one. */
export function plausible(seconds) {
    return seconds !== undefined && seconds >= 0 && seconds <= longestSeconds ? seconds : undefined;
}
/** `$upstream_response_time` of nginx: a list where several servers were tried, `-` where none was. Undefined without a number. */
export function readUpstream(text) {
    const parts = text.split(/[,:]/).map((part) => part.trim());
    const numbers = parts.filter((part) => /^\d+(\.\d+)?$/.test(part)).map(Number);
    return numbers.length === 0 ? undefined : plausible(numbers.reduce((sum, one) => sum + one, 0));
}
/** Text as a count of bytes; undefined for `-` and other text. */
export function readBytes(text) {
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
/** Method and path of a request line: `GET /cart?x=1 HTTP/1.1`. */
export function readRequest(text) {
    const match = /^([A-Z]{3,10}) (\S+)/.exec(text);
    return match === null ? {} : { method: match[1], path: match[2] };
}
