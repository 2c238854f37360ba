/** Picks the idle instance launched last, as Lambda does: older ones get the chance to time out. Each has room for one. */
export class NewestIdle {
    #instances;
    /** Launched last at the end. */
    #idle = [];
    constructor(instances) {
        this.#instances = instances;
    }
    add(instance) {
        const idle = this.#idle;
        const { launchNumber } = this.#instances;
        let position = idle.length;
        while (position > 0 && launchNumber[idle[position - 1]] > launchNumber[instance])
            position--;
        idle.splice(position, 0, instance);
    }
    remove(instance) {
        this.#idle.splice(this.#idle.indexOf(instance), 1);
    }
    loadRose() { }
    loadFell() { }
    pick() {
        return this.#idle.at(-1) ?? -1;
    }
}
