import { z } from 'zod';
import { balancer } from '../balancer.js';
import { FreeSlotOrder } from '../freeSlotOrder.js';
export const roundRobin = balancer({
    name: 'round-robin',
    summary: 'Each instance in turn; with a central queue the slot free longest',
    schema: z.strictObject({}),
    build: (_settings, context) => context.roomCount === Number.POSITIVE_INFINITY ? new InTurn() : new FreeLongest(context),
});
/** A ring; whoever comes, for the first time or again, takes its first turn after all others had theirs. */
class InTurn {
    #next = [];
    #previous = [];
    #turn = -1;
    add(instance) {
        const turn = this.#turn;
        if (turn < 0) {
            this.#next[instance] = instance;
            this.#previous[instance] = instance;
            this.#turn = instance;
            return;
        }
        const last = this.#previous[turn];
        this.#next[last] = instance;
        this.#previous[instance] = last;
        this.#next[instance] = turn;
        this.#previous[turn] = instance;
    }
    remove(instance) {
        const after = this.#next[instance];
        if (this.#turn === instance)
            this.#turn = after === instance ? -1 : after;
        this.#next[this.#previous[instance]] = after;
        this.#previous[after] = this.#previous[instance];
    }
    loadRose() { }
    loadFell() { }
    pick() {
        const instance = this.#turn;
        if (instance >= 0)
            this.#turn = this.#next[instance];
        return instance;
    }
}
/** All free slots of all instances, longest free first; those of an instance that comes back are free from then on. */
class FreeLongest {
    #order = new FreeSlotOrder();
    #instances;
    #roomCount;
    constructor({ instances, roomCount }) {
        this.#instances = instances;
        this.#roomCount = roomCount;
    }
    add(instance) {
        const load = this.#instances.inside[instance] + this.#instances.queued[instance];
        this.#order.add(instance, this.#roomCount - load);
    }
    remove(instance) {
        this.#order.remove(instance);
    }
    loadRose() {
        this.#order.takeFirst();
    }
    loadFell(instance) {
        this.#order.slotFreed(instance);
    }
    pick() {
        return this.#order.first();
    }
}
