/** A sliding window over the calls of the last `perSeconds`: the call that would be one too many is throttled. */
export class RateLimit {
    #calls;
    #perSeconds;
    #times = [];
    constructor({ calls, perSeconds }) {
        this.#calls = calls;
        this.#perSeconds = perSeconds;
    }
    /** Takes one call; false when the limit is reached, and then it does not count. */
    take(nowSeconds) {
        this.#times = this.#times.filter((time) => time > nowSeconds - this.#perSeconds);
        if (this.#times.length >= this.#calls)
            return false;
        this.#times.push(nowSeconds);
        return true;
    }
}
