const stateIndex = 0;
const callCountIndex = 1;
const beatCountIndex = 2;
const lineIndex = 3;
/** Four 4-byte counters, then virtual time as a double. */
const timeOffsetBytes = 16;
const bufferBytes = 24;
/** A few bytes that a worker and its guard share: an endless loop in a policy cannot send messages. */
export class Watch {
    buffer;
    #counters;
    #time;
    constructor(buffer = new SharedArrayBuffer(bufferBytes)) {
        this.buffer = buffer;
        this.#counters = new Int32Array(buffer, 0, 4);
        this.#time = new Float64Array(buffer, timeOffsetBytes, 1);
    }
    /** The worker enters or leaves a policy at `virtualSeconds`. */
    note(virtualSeconds, isInPolicy) {
        this.#time[0] = virtualSeconds;
        this.#counters[lineIndex] = 0;
        if (isInPolicy)
            Atomics.add(this.#counters, callCountIndex, 1);
        Atomics.store(this.#counters, stateIndex, isInPolicy ? 1 : 0);
    }
    /** A policy in Lua goes on, and is in `line`. Plain writes: it is called often, and nothing depends on their order. */
    beat(line) {
        this.#counters[beatCountIndex]++;
        if (line > 0)
            this.#counters[lineIndex] = line;
    }
    /** The run has reached `virtualSeconds`. */
    progress(virtualSeconds) {
        this.#time[0] = virtualSeconds;
    }
    read() {
        return {
            isInPolicy: Atomics.load(this.#counters, stateIndex) === 1,
            callCount: Atomics.load(this.#counters, callCountIndex),
            virtualSeconds: this.#time[0],
            beatCount: Atomics.load(this.#counters, beatCountIndex),
            line: Atomics.load(this.#counters, lineIndex),
        };
    }
}
