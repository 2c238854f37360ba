/** The value of nearest rank; `sorted` ascending and not empty, probability in (0, 1]. */
export function nearestRank(sorted, probability) {
    return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(probability * sorted.length - 1e-9) - 1))];
}
/** In ascending order; the given values stay as they are. */
export function ascending(values) {
    return [...values].sort((a, b) => a - b);
}
