import { z } from 'zod';
import { balancer } from '../balancer.js';
import { EligibleSet } from '../eligibleSet.js';
/** @see Mitzenmacher, "The Power of Two Choices in Randomized Load Balancing" (2001) */
export const powerOfTwo = balancer({
    name: 'power-of-two',
    summary: 'Two distinct instances at random, the lesser loaded; the first drawn on a tie',
    schema: z.strictObject({}),
    build: (_settings, context) => new PowerOfTwo(context),
});
class PowerOfTwo {
    #eligible = new EligibleSet();
    #stream;
    #instances;
    constructor({ stream, instances }) {
        this.#stream = stream;
        this.#instances = instances;
    }
    add(instance) {
        this.#eligible.add(instance);
    }
    remove(instance) {
        this.#eligible.remove(instance);
    }
    loadRose() { }
    loadFell() { }
    pick() {
        const { count } = this.#eligible;
        if (count <= 1)
            return count === 0 ? -1 : this.#eligible.at(0);
        const first = this.#stream.below(count);
        const other = this.#stream.below(count - 1);
        const a = this.#eligible.at(first);
        const b = this.#eligible.at(other < first ? other : other + 1);
        const { inside, queued } = this.#instances;
        return inside[b] + queued[b] < inside[a] + queued[a] ? b : a;
    }
}
