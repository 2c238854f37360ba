import { grown } from '../kernel/columns.js';
/**
 * The free slots of a service's instances, longest free first.
 *
 * A ring of entries (instance, use, slots): a new instance adds one entry for all its slots, a completion one for one
 * slot, so nothing is preallocated per slot. `use` tells entries from before an instance left from those since it came
 * back, or since another came in its place; the old ones are skipped when they come up.
 */
export class FreeSlotOrder {
    #instances = new Int32Array(64);
    #uses = new Int32Array(64);
    #slots = new Float64Array(64);
    #head = 0;
    #count = 0;
    /** [instanceRow] number of its present use */
    #currentUse = [];
    add(instance, freeCount) {
        this.#currentUse[instance] = (this.#currentUse[instance] ?? 0) + 1;
        this.#append(instance, freeCount);
    }
    remove(instance) {
        this.#currentUse[instance]++;
    }
    slotFreed(instance) {
        this.#append(instance, 1);
    }
    /** Instance of the slot that is free longest; -1 when no slot is free. */
    first() {
        while (this.#count > 0) {
            const instance = this.#instances[this.#head];
            if (this.#uses[this.#head] === this.#currentUse[instance])
                return instance;
            this.#dropHead();
        }
        return -1;
    }
    /** Takes the slot that `first` told of. */
    takeFirst() {
        if (--this.#slots[this.#head] <= 0)
            this.#dropHead();
    }
    #dropHead() {
        this.#head = (this.#head + 1) & (this.#instances.length - 1);
        this.#count--;
    }
    #append(instance, slots) {
        if (this.#count === this.#instances.length)
            this.#grow();
        const tail = (this.#head + this.#count++) & (this.#instances.length - 1);
        this.#instances[tail] = instance;
        this.#uses[tail] = this.#currentUse[instance];
        this.#slots[tail] = slots;
    }
    /** Doubles the ring; the lengths stay powers of two. */
    #grow() {
        const length = this.#instances.length;
        this.#instances = grown(this.#instances);
        this.#uses = grown(this.#uses);
        this.#slots = grown(this.#slots);
        // The part before the head wrapped round; it goes behind the old end.
        this.#instances.copyWithin(length, 0, this.#head);
        this.#uses.copyWithin(length, 0, this.#head);
        this.#slots.copyWithin(length, 0, this.#head);
    }
}
