/**
 * The CloudWatch datapoints of one metric, one a slot of 10, 20, 30 or 60 s, as far back as the longest alarm looks.
 *
 * A slot without a datapoint stays undefined: missing, not zero.
 */
export declare class SlotSeries {
    #private;
    readonly slotSeconds: number;
    constructor({ slotSeconds, lookSeconds }: {
        readonly slotSeconds: number;
        readonly lookSeconds: number;
    });
    /** Appends the datapoint of the slot that ends at `slot` times its length; slots that nobody told of are missing. */
    append(slot: number, value: number | undefined): void;
    /** The slot of the newest entry, missing or not. */
    get endSlot(): number | undefined;
    /** Newest last. */
    get values(): readonly (number | undefined)[];
    /** The newest datapoint while the next one is not overdue; undefined once data is missing. */
    get current(): number | undefined;
    /** Datapoints of whole periods that have ended, aligned to the clock, newest last. */
    periods(rowCount: number, fold: (values: readonly number[]) => number): (number | undefined)[];
}
