import { ArrivalBlock } from './arrivalBlock.js';
/**
 * Open sources merged in time order, a block at a time.
 *
 * Hot: the next arrival is a scan over the few sources, never a heap; a source alone is drawn column by column.
 */
export class OpenArrivals {
    block = new ArrivalBlock();
    #options;
    /** [source] its next arrival, seconds; of several sources */
    #nextSeconds;
    /** [source] arrivals so far */
    #counts;
    constructor(options) {
        this.#options = options;
        const { sources } = options;
        this.#counts = new Float64Array(sources.length);
        // A source alone is asked for a column at a time, and never for one arrival ahead.
        this.#nextSeconds = Float64Array.from(sources.length === 1 && sources[0] !== undefined ? [] : sources, (source) => source?.nextArrivalSeconds() ?? Number.POSITIVE_INFINITY);
    }
    /** Fills the block with the arrivals after the last one in it; what is left of it at the end is Infinity. */
    refill() {
        const { block } = this;
        const [alone] = this.#options.sources;
        const count = this.#counts.length === 1 && alone !== undefined ? this.#fillFromOne(alone) : this.#fillFromMany();
        block.seconds.fill(Number.POSITIVE_INFINITY, count);
        this.#options.route(block, count);
    }
    #fillFromOne(source) {
        const { samplers, endSeconds } = this.#options;
        const { seconds, numbers } = this.block;
        let count = 0;
        if (source.fillArrivals !== undefined) {
            source.fillArrivals(seconds);
            count = seconds.length;
            while (count > 0 && seconds[count - 1] >= endSeconds)
                count--;
        }
        else {
            for (; count < seconds.length; count++) {
                seconds[count] = source.nextArrivalSeconds();
                if (seconds[count] >= endSeconds)
                    break;
            }
        }
        const before = this.#counts[0];
        for (let arrival = 0; arrival < count; arrival++)
            numbers[arrival] = before + arrival + 1;
        this.#counts[0] = before + count;
        samplers[0].fill(this.block, count);
        return count;
    }
    #fillFromMany() {
        const { sources, samplers, endSeconds } = this.#options;
        const { block } = this;
        const { seconds } = block;
        for (let arrival = 0; arrival < seconds.length; arrival++) {
            const source = this.#earliest();
            const next = this.#nextSeconds[source];
            if (next >= endSeconds)
                return arrival;
            seconds[arrival] = next;
            this.#nextSeconds[source] = sources[source]?.nextArrivalSeconds() ?? Number.POSITIVE_INFINITY;
            block.sources[arrival] = source;
            block.numbers[arrival] = ++this.#counts[source];
            samplers[source].drawNext();
            samplers[source].store(block, arrival);
        }
        return seconds.length;
    }
    /** Whose arrival comes next; the first in the scenario on a tie. */
    #earliest() {
        const next = this.#nextSeconds;
        let earliest = 0;
        for (let source = 1; source < next.length; source++)
            if (next[source] < next[earliest])
                earliest = source;
        return earliest;
    }
}
