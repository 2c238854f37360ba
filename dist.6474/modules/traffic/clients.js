import { rank } from '../kernel/rank.js';
import { ArrivalBlock } from './arrivalBlock.js';
import { OpenArrivals } from './openArrivals.js';
/** Iterations of one user that keep their arrival numbers apart from the next user's. */
export const iterationsOfUser = 2 ** 26;
/**
 * Everybody who sends requests: open sources merged in time order, and the virtual users of closed ones.
 *
 * Hot for open sources: an arrival is taken from a block, and the gateway reads its numbers there.
 */
export class Clients {
    #options;
    #open;
    /** Number of the next open arrival in its block. */
    #next = 0;
    /** Requests of users: one row after the other. */
    #ofUsers = new ArrivalBlock();
    #userArrivals = 0;
    #pools;
    #hasPools;
    /** [source] users below this index are active. */
    #activeCounts;
    /** [source][user index] number of the user in `#users`. */
    #userNumbers;
    #users = [];
    /** When the next open arrival is due, seconds. */
    nextSeconds = Number.POSITIVE_INFINITY;
    constructor(options) {
        this.#options = options;
        const { sources } = options;
        this.#open = new OpenArrivals({
            ...options,
            sources: sources.map((source) => (source.kind === 'open' ? source : undefined)),
            route: (block, count) => options.route(block, 0, count),
        });
        this.#pools = sources.map((source) => (source.kind === 'open' ? poolOf(source) : undefined));
        this.#hasPools = this.#pools.some((pool) => pool !== undefined);
        this.#activeCounts = new Float64Array(sources.length);
        this.#userNumbers = sources.map(() => []);
        for (const [number, source] of sources.entries()) {
            if (source.kind === 'closed')
                this.#planChange(number, source);
        }
        this.#turn();
    }
    /** The open arrivals that come now. */
    get block() {
        return this.#open.block;
    }
    /** Takes the open arrival due at `nextSeconds`; -1 when no VU is free for it. It stands in `block` until `pass`. */
    take() {
        const arrival = this.#next;
        return this.#hasPools && !this.#takeVu(this.#open.block.sources[arrival]) ? -1 : arrival;
    }
    /** Goes on to the next open arrival. */
    pass() {
        const { seconds } = this.#open.block;
        const next = ++this.#next;
        if (next < seconds.length)
            this.nextSeconds = seconds[next];
        else
            this.#turn();
    }
    /** A request is over for its client at `answerSeconds`. */
    answered(source, user, answerSeconds) {
        if (user < 0) {
            const pool = this.#pools[source];
            if (pool !== undefined)
                pool.busyCount--;
            return;
        }
        const { sources, heap, wakeKind } = this.#options;
        const { index, iteration } = this.#users[user];
        const closed = sources[source]; // safe: only closed sources have users
        heap.push(answerSeconds + closed.thinkSeconds(index, iteration), rank.arrival, wakeKind, user, 0);
    }
    /** A user has thought long enough; it goes on if it is still active. */
    wake(userNumber) {
        const user = this.#users[userNumber];
        user.isRunning = false;
        if (user.index < this.#activeCounts[user.source])
            this.#start(userNumber);
    }
    #turn() {
        this.#options.turns();
        this.#open.refill();
        this.#next = 0;
        this.nextSeconds = this.#open.block.seconds[0];
    }
    #takeVu(source) {
        const pool = this.#pools[source];
        if (pool === undefined)
            return true;
        if (pool.busyCount < pool.allocatedCount) {
            pool.busyCount++;
            return true;
        }
        this.#options.dropped(source);
        if (pool.allocatedCount < pool.maxCount)
            pool.allocatedCount++;
        return false;
    }
    #planChange(source, closed) {
        const change = closed.nextChange();
        if (change === undefined)
            return;
        this.#options.calendar.at(change.atSeconds, rank.arrival, () => {
            const activeCount = this.#activeCounts[source];
            this.#activeCounts[source] = change.count;
            this.#planChange(source, closed);
            // Users already active run or have no iteration left, so a ramp of n users takes n steps and not n^2.
            for (let index = activeCount; index < change.count; index++) {
                const number = this.#userNumber(source, index);
                if (!this.#users[number].isRunning)
                    this.#start(number);
            }
        });
    }
    #userNumber(source, index) {
        const numbers = this.#userNumbers[source];
        if (numbers[index] === undefined) {
            numbers[index] = this.#users.push({ source, index, iteration: -1, isRunning: false }) - 1;
        }
        return numbers[index];
    }
    #start(userNumber) {
        const user = this.#users[userNumber];
        const { sources, samplers, clock, route, arrive, turns } = this.#options;
        const closed = sources[user.source]; // safe: only closed sources have users
        if (!closed.takeIteration(user.index))
            return;
        user.iteration++;
        user.isRunning = true;
        if (this.#userArrivals === this.#ofUsers.length) {
            turns();
            this.#userArrivals = 0;
        }
        const arrival = this.#userArrivals++;
        const block = this.#ofUsers;
        const sampler = samplers[user.source];
        sampler.drawAt(user.index, user.iteration);
        sampler.store(block, arrival);
        block.seconds[arrival] = clock.nowSeconds;
        block.sources[arrival] = user.source;
        block.users[arrival] = userNumber;
        block.numbers[arrival] = user.index * iterationsOfUser + user.iteration;
        route(block, arrival, arrival + 1);
        arrive(block, arrival);
    }
}
function poolOf({ vuPool }) {
    if (vuPool === undefined)
        return undefined;
    return { allocatedCount: vuPool.initialCount, busyCount: 0, maxCount: vuPool.maxCount };
}
