import { word } from '../../traffic/requestTable.js';
/** The servings of services that serve in different ways, as one: of what is due next the earliest, the first on a tie. */
export class Together {
    #context;
    #servings;
    /** [service] */
    #ofService;
    /** @param ofService [service] how it serves */
    constructor(context, ofService) {
        this.#context = context;
        this.#servings = [...new Set(ofService)];
        this.#ofService = ofService;
    }
    get nextSeconds() {
        return this.#next.nextSeconds;
    }
    get hasBackground() {
        return this.#servings.some(({ hasBackground }) => hasBackground);
    }
    begin(instance, row) {
        this.#of(instance).begin(instance, row);
    }
    finish() {
        return this.#next.finish();
    }
    cancel(row) {
        this.#of(this.#context.requests.words[(row << 5) | word.instance]).cancel(row);
    }
    pause(instance) {
        this.#of(instance).pause(instance);
    }
    resume(instance) {
        this.#of(instance).resume(instance);
    }
    touch(instance) {
        this.#of(instance).touch(instance);
    }
    clear(instance) {
        this.#of(instance).clear(instance);
    }
    cpuFactor(instance) {
        return this.#of(instance).cpuFactor(instance);
    }
    burstOf(service) {
        return this.#ofService[service].burstOf(service);
    }
    burn(instance, burstVcpus) {
        this.#of(instance).burn(instance, burstVcpus);
    }
    get #next() {
        let [next] = this.#servings;
        for (const serving of this.#servings)
            if (serving.nextSeconds < next.nextSeconds)
                next = serving;
        return next;
    }
    #of(instance) {
        return this.#ofService[this.#context.instances.service[instance]];
    }
}
