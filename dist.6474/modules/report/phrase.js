import { formatClock } from './format.js';
/** The phrase as plain text; times as hh:mm. */
export function plainText(phrase) {
    return phrase
        .map((part) => {
        if (typeof part === 'string')
            return part;
        return 'policy' in part ? part.policy : formatClock(part.timeSeconds, { withSeconds: false });
    })
        .join('');
}
/** Parts as prose: `a`, `a and b`, `a, b and c`. */
export function listPhrase(parts) {
    return parts.flatMap((part, index) => {
        if (index === 0)
            return [part];
        return [index === parts.length - 1 ? ' and ' : ', ', part];
    });
}
