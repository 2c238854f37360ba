const waitLimit = 256;
/** Waits of one page that took any time, in the order of their ends. */
export class WaitBlock {
    count = 0;
    services = new Int32Array(waitLimit);
    fromSeconds = new Float64Array(waitLimit);
    toSeconds = new Float64Array(waitLimit);
    get isFull() {
        return this.count === waitLimit;
    }
    add(service, fromSeconds, toSeconds) {
        const wait = this.count++;
        this.services[wait] = service;
        this.fromSeconds[wait] = fromSeconds;
        this.toSeconds[wait] = toSeconds;
    }
    clear() {
        this.count = 0;
    }
}
