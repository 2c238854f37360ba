import { rank } from '../kernel/rank.js';
import { outcome } from '../record/outcome.js';
import { double, place, word } from '../traffic/requestTable.js';
import { eventKind } from './eventKind.js';
import { Retries } from './retries.js';
/** How tries end: answered, refused, aborted or given up; then another try, or the one outcome of the request. */
export class Answers {
    #options;
    #clock;
    #requests;
    #instances;
    #journal;
    #runtimes;
    /** [group] */
    #profiles;
    #rules;
    #tracer;
    #queues;
    #retries;
    /** Someone goes on when answered. */
    #hasClients;
    constructor(options, queues) {
        this.#options = options;
        this.#clock = options.clock;
        this.#requests = options.requests;
        this.#instances = options.instances;
        this.#journal = options.journal;
        this.#runtimes = options.runtimes;
        this.#profiles = options.profiles.flatMap((profile) => options.runtimes.map(() => profile));
        this.#rules = options.rules;
        this.#tracer = options.tracer;
        this.#queues = queues;
        this.#retries = options.rules.retries && new Retries(options, options.rules.retries);
        this.#hasClients = options.profiles.some(({ hasClients }) => hasClients);
    }
    /** An error by the request's own nature, or by a fault of the instance, whichever strikes. */
    answer(row, instance) {
        const { doubles, words } = this.#requests;
        const uniform = doubles[(row << 4) | double.errorUniform];
        const { errorRate } = this.#profiles[words[(row << 5) | word.group]];
        const faultRatio = this.#instances.errorRatio[instance];
        const isError = uniform < 1 && uniform < errorRate + faultRatio - errorRate * faultRatio;
        if (isError && this.#retries?.take(row, '5xx')) {
            this.#journal.left(row);
            this.answered(row, true);
            this.#retries.plan(row, '5xx', this.#clock.nowSeconds);
            return;
        }
        this.#journal.served(row, isError);
        this.#tellRotation(row, isError);
        if (this.#hasClients)
            this.#tellClient(row, this.#clock.nowSeconds);
        this.#release(row, isError ? outcome.failed : outcome.completed);
    }
    /** The try got its answer, or its client gave it up. */
    answered(row, isError) {
        this.#journal.answered(row, isError);
        this.#tellRotation(row, isError);
    }
    /** No instance takes the try, and none will. */
    refuse(row) {
        this.#journal.refused(row);
        this.fail(row, '5xx', outcome.rejected, this.#clock.nowSeconds + this.#rules.rejectSeconds);
    }
    /** The instance of the try is gone. */
    abort(row) {
        if (this.#requests.isOrphan(row)) {
            this.#requests.release(row);
            return;
        }
        this.answered(row, true);
        this.fail(row, '5xx', outcome.aborted, this.#clock.nowSeconds);
    }
    /** The try stays at its instance as an orphan; the request goes on in a row of its own, which is returned. */
    leaveTryBehind(row) {
        const requests = this.#requests;
        if (requests.placeOf(row) === place.instanceQueue)
            this.#queues.endWait(row);
        const request = requests.moveOn(row);
        requests.orphan(row);
        const { totalSeconds } = this.#rules;
        if (totalSeconds < Number.POSITIVE_INFINITY) {
            // The ring of total timers knows the row left behind; this one is of another begin, so it goes to the heap.
            const arrived = requests.doubles[(request << 4) | double.arrival];
            const endsSeconds = Math.max(arrived + totalSeconds, this.#clock.nowSeconds);
            const life = requests.words[(request << 5) | word.life];
            this.#options.heap.push(endsSeconds, rank.timeout, eventKind.totalTimedOut, request, life);
        }
        return request;
    }
    /** A try ended badly and is known to the client at `answerSeconds`: another one, or the end. */
    fail(row, cause, result, answerSeconds) {
        if (this.#retries?.take(row, cause))
            this.#retries.plan(row, cause, answerSeconds);
        else
            this.end(row, result, answerSeconds);
    }
    /** The request's one outcome; its row is free afterwards. */
    end(row, result, answerSeconds) {
        this.#journal.ended(row, result);
        if (this.#hasClients)
            this.#tellClient(row, answerSeconds);
        this.#release(row, result);
    }
    /** A try that nobody waits for is over. */
    releaseOrphan(row) {
        this.#journal.left(row);
        this.#requests.release(row);
    }
    #tellRotation(row, isError) {
        const requests = this.#requests;
        const { rotation, centralQueue } = this.#runtimes[requests.words[(row << 5) | word.service]];
        if (!rotation.hearsAnswers || requests.placeOf(row) === place.centralQueue)
            return;
        // Time in a central queue is not the instance's.
        const sentAt = centralQueue === undefined ? double.tried : double.began;
        const latencySeconds = this.#clock.nowSeconds - requests.doubles[(row << 4) | sentAt];
        rotation.finished(requests.words[(row << 5) | word.instance], latencySeconds, isError);
    }
    #tellClient(row, answerSeconds) {
        const { words } = this.#requests;
        const source = Math.floor(words[(row << 5) | word.group] / this.#runtimes.length);
        this.#options.clientAnswered(source, words[(row << 5) | word.user], answerSeconds);
    }
    #release(row, result) {
        this.#tracer?.ended(row, result);
        this.#requests.release(row);
    }
}
