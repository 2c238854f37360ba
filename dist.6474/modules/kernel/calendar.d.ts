/** A planned control event; `cancel` makes it do nothing. */
export interface ScheduledEvent {
    readonly seconds: number;
    readonly rank: number;
    cancel(): void;
}
/**
 * The rare events of a run: ticks, scrapes, faults, instances becoming ready.
 *
 * They are barriers between stretches of request events, so a heap of objects is fast enough (a few per virtual
 * second). Order as in EventHeap: time, rank, sequence.
 */
export declare class Calendar {
    #private;
    /** The earliest scheduled event, cancelled or not. A field, because the loop asks at every event. */
    first: ScheduledEvent | undefined;
    /** The earliest scheduled event, without removing it; cancelled ones are dropped on the way. */
    peek(): ScheduledEvent | undefined;
    at(seconds: number, rank: number, action: () => void): ScheduledEvent;
    /** Removes the earliest scheduled event and carries it out; the calendar must not be empty. */
    runNext(): void;
}
