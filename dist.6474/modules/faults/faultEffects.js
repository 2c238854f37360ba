import { phase } from '../fleet/instanceTable.js';
import { eitherRatio, HeldValues } from './heldValues.js';
/**
 * What the faults of a run do to instances and fleets; one for all of them, so that those that overlap know of each other.
 *
 * Each method begins an effect and gives what ends it. Together factors multiply, shares of errors and of failed
 * startups are those of independent causes, and an instance is paused while any fault pauses it.
 */
export class FaultEffects {
    #table;
    #slow;
    #errors;
    #pauses;
    #startupFailures;
    constructor({ fleets, table, serving }) {
        this.#table = table;
        this.#slow = this.#ofInstances((instance, factors) => {
            table.slowFactor[instance] = factors.reduce((product, factor) => product * factor, 1);
        });
        this.#errors = this.#ofInstances((instance, ratios) => {
            table.errorRatio[instance] = eitherRatio(ratios);
        });
        this.#pauses = this.#ofInstances((instance, holders) => {
            const isPaused = !Number.isNaN(table.pausedSinceSeconds[instance]);
            if (holders.length > 0 && !isPaused)
                serving.pause(instance);
            if (holders.length === 0 && isPaused)
                serving.resume(instance);
        });
        this.#startupFailures = new HeldValues((service, ratios) => {
            fleets[service].startupFailureRatio = eitherRatio(ratios);
        });
    }
    slow(victims, factor) {
        return this.#holdAll(this.#slow, victims, factor);
    }
    fail(victims, ratio) {
        return this.#holdAll(this.#errors, victims, ratio);
    }
    pause(victims) {
        return this.#holdAll(this.#pauses, victims, 1);
    }
    failStartups(service, ratio) {
        return this.#startupFailures.hold(service, ratio);
    }
    #holdAll(held, victims, value) {
        const ends = victims.map((instance) => held.hold(this.#table.serial[instance], value));
        return () => {
            for (const end of ends)
                end();
        };
    }
    /** Instances are known by their serials: a row that is used anew is another instance, and one that has gone is left alone. */
    #ofInstances(apply) {
        return new HeldValues((key, values) => {
            const instance = this.#table.serial.indexOf(key);
            if (instance >= 0 && this.#table.phase[instance] !== phase.free)
                apply(instance, values);
        });
    }
}
