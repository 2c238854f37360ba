/**
 * A value as a message quotes it, at no great length, whatever its getters, its `toJSON` or its proxy do.
 *
 * Runs inside the realm, by its text.
 */
export declare function describeInside(world: typeof globalThis): (value: unknown) => string;
