/**
 * A text that two values share only if nothing tells them apart: the order of keys counts, and so do -0, NaN, Infinity and a
 * key whose value is undefined, all of which JSON loses.
 *
 * For keys of things that are kept. Data only: a function has no text.
 */
export declare function exactText(value: unknown): string;
