/**
 * The free slots of a service's instances, longest free first.
 *
 * A ring of entries (instance, use, slots): a new instance adds one entry for all its slots, a completion one for one
 * slot, so nothing is preallocated per slot. `use` tells entries from before an instance left from those since it came
 * back, or since another came in its place; the old ones are skipped when they come up.
 */
export declare class FreeSlotOrder {
    #private;
    add(instance: number, freeCount: number): void;
    remove(instance: number): void;
    slotFreed(instance: number): void;
    /** Instance of the slot that is free longest; -1 when no slot is free. */
    first(): number;
    /** Takes the slot that `first` told of. */
    takeFirst(): void;
}
