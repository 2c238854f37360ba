/** Instances that stopped lately: a stale listing still shows them. */
export class StoppedInstances {
    #keepSeconds;
    /** [service] in the order they stopped. */
    #lives;
    constructor(serviceCount, keepSeconds) {
        this.#keepSeconds = keepSeconds;
        this.#lives = Array.from({ length: serviceCount }, () => []);
    }
    add(service, life) {
        if (this.#keepSeconds === 0)
            return;
        const lives = this.#lives[service];
        const old = lives.findIndex(({ stoppedSeconds }) => stoppedSeconds >= life.stoppedSeconds - this.#keepSeconds);
        lives.splice(0, old < 0 ? lives.length : old);
        lives.push(life);
    }
    /** Those that stopped after an instant. */
    after(service, seconds) {
        return this.#lives[service].filter(({ stoppedSeconds }) => stoppedSeconds > seconds);
    }
}
