/** A length of time in a sentence: 300 -> "5 min", 90 -> "90 s". */
export function spanWords(seconds) {
    return seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
/** An instant of a run as a clock shows it: 495 -> "8m15s". */
export function timeWords(seconds) {
    const rest = Number((seconds % 60).toFixed(3));
    const minutes = Math.floor(seconds / 60) % 60;
    const hours = Math.floor(seconds / 3600);
    const parts = [hours > 0 ? `${hours}h` : '', minutes > 0 ? `${minutes}m` : '', rest > 0 ? `${rest}s` : ''];
    return parts.join('') || '0s';
}
/** A scaling policy in short: "Pods 4/15s". */
export function policyWords({ type, value, periodSeconds }) {
    return `${type} ${value}/${timeWords(periodSeconds)}`;
}
