/** So many at once, the others in the order they came. */
export declare class Turns {
    #private;
    /** @throws RangeError for less than one turn, or none that is a number: nobody would ever get one. */
    constructor(limit: number);
    /** Lets so many work at once from the next turn on, never fewer than before. */
    raise(limit: number): void;
    /** Waits for a turn, does the work, and hands the turn on. */
    take<Result>(work: () => Promise<Result>): Promise<Result>;
}
