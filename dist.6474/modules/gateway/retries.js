import { rank } from '../kernel/rank.js';
import { double, place, word } from '../traffic/requestTable.js';
import { eventKind } from './eventKind.js';
/** The tries that follow tries that failed. */
export class Retries {
    #options;
    #rules;
    constructor(options, rules) {
        this.#options = options;
        this.#rules = rules;
    }
    /** Whether another try follows the one that failed; takes it from the budget if so. */
    take(row, cause) {
        const { requests, clock } = this.#options;
        return this.#rules.takeRetry(cause, requests.words[(row << 5) | word.tries], clock.nowSeconds);
    }
    /** Another try follows, some time after the client knows at `answerSeconds` that the present one failed. */
    plan(row, cause, answerSeconds) {
        const { requests, runtimes, heap, retryStreams, tracer } = this.#options;
        const { doubles, words } = requests;
        const at = row << 5;
        const tryNumber = words[at | word.tries];
        const stream = retryStreams[Math.floor(words[at | word.group] / runtimes.length)];
        stream.seek(doubles[(row << 4) | double.arrivalNumber], tryNumber);
        doubles[(row << 4) | double.errorUniform] = stream.uniform();
        const dueSeconds = answerSeconds + this.#rules.backoffSeconds(tryNumber, stream.uniform());
        tracer?.retries(row, cause, dueSeconds);
        words[at | word.tries] = tryNumber + 1;
        words[at | word.place] = place.backoff;
        // What was planned for the try that failed is stale from now on.
        words[at | word.generation]++;
        heap.push(dueSeconds, rank.arrival, eventKind.retryDue, row, words[at | word.generation]);
    }
}
