/**
 * What several faults do to one thing at the same time.
 *
 * Each holds a value; whenever one begins or ends, `apply` is told all that hold then, in the order in which they
 * began. What holds is always worked out from all of them, so faults may nest or cross, and the last to end leaves
 * nothing behind, not even a rounding.
 */
export class HeldValues {
    #apply;
    /** [key] what holds. */
    #held = new Map();
    constructor(apply) {
        this.#apply = apply;
    }
    /** Holds a value; the result lets go. */
    hold(key, value) {
        const own = { value };
        this.#set(key, [...(this.#held.get(key) ?? []), own]);
        return () => {
            this.#set(key, (this.#held.get(key) ?? []).filter((other) => other !== own));
        };
    }
    #set(key, held) {
        if (held.length === 0)
            this.#held.delete(key);
        else
            this.#held.set(key, held);
        this.#apply(key, held.map(({ value }) => value));
    }
}
/** The share that fails when each of independent causes fails its own share. */
export function eitherRatio(ratios) {
    return ratios.reduce((either, ratio) => either + ratio - either * ratio, 0);
}
