import { measureOf } from '../../results/measures/index.js';
const suffixes = [
    ['_ms', 'ms'],
    ['_s', 's'],
    ['_usd', 'usd'],
    ['_usd_per_month', 'usd'],
    ['_usd_per_hour', 'usd'],
    ['_percent', 'percent'],
    ['_ratio', 'ratio'],
];
/** Unit of a measure; of one that this version does not know, what its name ends in. */
export function unitOf(name) {
    return measureOf(name)?.unit ?? suffixes.find(([suffix]) => name.endsWith(suffix))?.[1] ?? '';
}
