/** Words for numbers in the texts that derivations give: short, and the same everywhere. */
/** Three digits, in the unit that people say: `38 ms`, `1.2 s`, `3.5 min`. */
export function seconds(value) {
    if (value < 1)
        return `${digits(value * 1000)} ms`;
    return value < 120 ? `${digits(value)} s` : `${digits(value / 60)} min`;
}
/** A ratio as `2.5 %`. */
export function percent(ratio) {
    return `${digits(ratio * 100)} %`;
}
/** At most three significant digits, written plainly. */
export function digits(value) {
    return String(value >= 1000 ? Math.round(value) : Number(value.toPrecision(3)));
}
