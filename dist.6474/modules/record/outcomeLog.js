import { outcome, outcomeCount } from './outcome.js';
import { said } from './outcomeBlock.js';
/** How the requests of each service ended, by the step in which they did: the picture of errors over time. */
export class OutcomeLog {
    #stepSeconds;
    #lastStep;
    /** [service][outcome] counts by step */
    #counts;
    constructor(serviceCount, durationSeconds, stepSeconds) {
        const steps = Math.max(1, Math.floor(durationSeconds / stepSeconds));
        this.#stepSeconds = stepSeconds;
        this.#lastStep = steps - 1;
        this.#counts = Array.from({ length: serviceCount }, () => Array.from({ length: outcomeCount }, () => new Float64Array(steps)));
    }
    read({ outcomes: { count, kinds, services, endSeconds } }) {
        for (let row = 0; row < count; row++) {
            const result = kinds[row] & said.outcomeMask;
            if (result < outcome.unfinished)
                this.#counts[services[row]][result][this.#stepOf(endSeconds[row])]++;
        }
    }
    /** [step] requests of a service that ended so. */
    countsOf(service, result) {
        return this.#counts[service][result];
    }
    /** A run whose duration is no multiple of the step has its rest in the last one. */
    #stepOf(seconds) {
        return Math.min(this.#lastStep, Math.floor(seconds / this.#stepSeconds));
    }
}
