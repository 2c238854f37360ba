import { word } from '../../traffic/requestTable.js';
import { IoPhases } from './ioPhases.js';
export const slots = {
    name: 'slots',
    summary: 'Requests hold a slot for their io time, and nothing uses processors',
    fits: ({ usesCpu }) => !usesCpu,
    build: (context) => new Slots(context),
};
class Slots {
    hasBackground = false;
    nextSeconds = Number.POSITIVE_INFINITY;
    #clock;
    #requests;
    #instances;
    #io;
    constructor(context) {
        this.#clock = context.clock;
        this.#requests = context.requests;
        this.#instances = context.instances;
        this.#io = new IoPhases(context);
    }
    begin(instance, row) {
        const instances = this.#instances;
        this.touch(instance);
        instances.inside[instance]++;
        instances.begun[instance]++;
        this.#io.begin(instance, row);
        this.nextSeconds = this.#io.ends.nextSeconds;
    }
    finish() {
        const row = this.#io.finish();
        this.nextSeconds = this.#io.ends.nextSeconds;
        if (row >= 0)
            this.#leave(row);
        return row;
    }
    cancel(row) {
        this.#io.cancel(row);
        this.nextSeconds = this.#io.ends.nextSeconds;
        this.#leave(row);
    }
    pause(instance) {
        this.touch(instance);
        this.#io.pause(instance);
    }
    resume(instance) {
        this.touch(instance);
        this.#io.resume(instance);
        this.nextSeconds = this.#io.ends.nextSeconds;
    }
    touch(instance) {
        const instances = this.#instances;
        const clock = this.#clock;
        const now = clock.nowSeconds;
        const elapsed = now - instances.touchedSeconds[instance];
        if (elapsed <= 0)
            return;
        const inside = instances.inside[instance];
        if (inside > 0) {
            instances.slotSeconds[instance] += elapsed * inside;
            instances.servingSeconds[instance] += elapsed;
        }
        instances.touchedSeconds[instance] = now;
    }
    clear() { }
    cpuFactor() {
        return 1;
    }
    burstOf() { }
    burn() { }
    #leave(row) {
        const requests = this.#requests;
        const instances = this.#instances;
        const instance = requests.words[(row << 5) | word.instance];
        this.touch(instance);
        instances.inside[instance]--;
    }
}
