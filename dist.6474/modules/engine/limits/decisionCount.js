import { formatDuration } from '../../base/duration.js';
import { PolicyFault } from '../../policy/policy.js';
import { countText } from './amounts.js';
/** Nobody decides every 10 us; a script that waits for no time at all would stop the clock. */
const perSecondLimit = 100_000;
/** Counts the decisions of a policy in one run, so that it ends instead of going on for hours. */
export class DecisionCount {
    #policy;
    #limit;
    #count = 0;
    #second = 0;
    #countInSecond = 0;
    constructor(policy, limit) {
        this.#policy = policy;
        this.#limit = limit;
    }
    /** A policy that says how often it decides is refused before its first decision. @throws PolicyFault */
    plan(everySeconds, durationSeconds) {
        if (everySeconds === undefined || durationSeconds / everySeconds <= this.#limit)
            return;
        const count = countText(durationSeconds / everySeconds);
        throw this.#fault(`decides every ${formatDuration(everySeconds)}, ${count} times in a run`, undefined);
    }
    /** One more. @throws PolicyFault */
    note(nowSeconds) {
        const second = Math.floor(nowSeconds);
        this.#countInSecond = second === this.#second ? this.#countInSecond + 1 : 1;
        this.#second = second;
        if (++this.#count > this.#limit)
            throw this.#fault(`decided ${countText(this.#count)} times`, nowSeconds);
        if (this.#countInSecond > perSecondLimit) {
            const text = `decided more than ${countText(perSecondLimit)} times within one second`;
            throw new PolicyFault(`${this.#policy.name}: ${text}, from ${second} s on. Wait longer between decisions.`, {
                kind: 'limit',
                timeSeconds: nowSeconds,
            });
        }
    }
    #fault(text, timeSeconds) {
        const limit = `the limit is ${countText(this.#limit)}. Decide less often, or raise the limit: --max-events N`;
        return new PolicyFault(`${this.#policy.name}: ${text}; ${limit}.`, { kind: 'limit', timeSeconds });
    }
}
