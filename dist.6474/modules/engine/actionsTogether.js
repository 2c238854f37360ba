/** Watches whether the actions of several controllers add up: each adds one, and all of them at once. */
export class ActionsTogether {
    #now;
    #most;
    note({ timeSeconds: seconds, before, applied, result }, controller) {
        if (this.#now?.seconds !== seconds) {
            this.#now = { seconds, from: before, to: before, controllers: new Set(), throttledCount: 0 };
        }
        const now = this.#now;
        now.to = applied;
        if (result === 'throttled')
            now.throttledCount++;
        if (applied !== before)
            now.controllers.add(controller);
        if (now.controllers.size > 1 && changeOf(now) > changeOf(this.#most))
            this.#most = now;
    }
    /** The largest change that more than one controller had a part in. */
    get findings() {
        if (this.#most === undefined)
            return [];
        const { seconds, from, to, controllers, throttledCount } = this.#most;
        const throttled = throttledCount === 0 ? '' : `, ${throttledCount} more calls throttled`;
        return [
            `${controllers.size} controllers acted at the same instant, at ${Number(seconds.toFixed(1))} s: ${from} -> ${to} instances${throttled}`,
        ];
    }
}
function changeOf(together) {
    return together === undefined ? 0 : Math.abs(together.to - together.from);
}
