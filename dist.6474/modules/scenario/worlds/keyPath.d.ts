/** Where a value of a scenario stands, key by key, in the form that `inspect` writes. */
export type KeyPath = readonly string[];
/**
 * The place that a dotted path names; undefined where it names none.
 *
 * A chosen variant may be left out of the path: `requests.page.cpu.median` is `requests.page.cpu.lognormal.median`.
 */
export declare function findKeyPath(root: unknown, dotted: string): KeyPath | undefined;
/** The value at a place; undefined where there is none. */
export declare function valueAt(root: unknown, path: KeyPath): unknown;
/** A copy with another value at a place; maps that are missing on the way to it are made. */
export declare function withValueAt(root: unknown, [key, ...rest]: KeyPath, value: unknown): unknown;
/** Every dotted path below a value. */
export declare function dottedPaths(root: unknown, prefix?: string): string[];
