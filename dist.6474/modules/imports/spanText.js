const units = [
    ['d', 86_400],
    ['h', 3_600],
    ['m', 60],
    ['s', 1],
];
/** A span for reading, cut to its two largest units: `3d11h`, `1m33s`. */
export function spanText(seconds) {
    let rest = Math.round(seconds);
    const parts = units.map(([unit, unitSeconds]) => {
        const count = Math.floor(rest / unitSeconds);
        rest -= count * unitSeconds;
        return { count, text: `${count}${unit}` };
    });
    const first = parts.findIndex(({ count }) => count > 0);
    if (first < 0)
        return '0s';
    return parts
        .slice(first, first + 2)
        .filter(({ count }) => count > 0)
        .map(({ text }) => text)
        .join('');
}
