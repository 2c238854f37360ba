/** Words for numbers in the texts that derivations give: short, and the same everywhere. */
/** Three digits, in the unit that people say: `38 ms`, `1.2 s`, `3.5 min`. */
export declare function seconds(value: number): string;
/** A ratio as `2.5 %`. */
export declare function percent(ratio: number): string;
/** At most three significant digits, written plainly. */
export declare function digits(value: number): string;
