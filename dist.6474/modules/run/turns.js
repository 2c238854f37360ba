/** So many at once, the others in the order they came. */
export class Turns {
    #limit;
    #takenCount = 0;
    #waiting = [];
    /** @throws RangeError for less than one turn, or none that is a number: nobody would ever get one. */
    constructor(limit) {
        if (!(limit >= 1))
            throw new RangeError(`Turns for ${limit} at once`);
        this.#limit = limit;
    }
    /** Lets so many work at once from the next turn on, never fewer than before. */
    raise(limit) {
        this.#limit = Math.max(this.#limit, limit);
    }
    /** Waits for a turn, does the work, and hands the turn on. */
    async take(work) {
        if (this.#takenCount < this.#limit)
            this.#takenCount++;
        else
            await new Promise((go) => this.#waiting.push(go));
        try {
            return await work();
        }
        finally {
            const next = this.#waiting.shift();
            if (next === undefined)
                this.#takenCount--;
            else
                next();
        }
    }
}
