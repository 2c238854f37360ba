import { TimerQueue } from '../kernel/timerQueue.js';
import { eventKind } from './eventKind.js';
/** The timeouts of the gateway: each kind runs equally long for all, so each is a ring. Infinity: no such timeout. */
export class Timers {
    #clock;
    #centralQueue;
    #attempt;
    #total;
    /** Whether any kind has a length. */
    areAny;
    /** When the next timer ends; Infinity when none runs. A field, because the loop asks at every event. */
    nextSeconds = Number.POSITIVE_INFINITY;
    /** Kind, row and generation of the timer that `pop` removed last. */
    kind = 0;
    row = 0;
    generation = 0;
    constructor({ centralQueueSeconds, trySeconds, totalSeconds }, clock) {
        this.#clock = clock;
        this.#centralQueue = new TimerQueue(centralQueueSeconds);
        this.#attempt = new TimerQueue(trySeconds);
        this.#total = new TimerQueue(totalSeconds);
        this.areAny = Math.min(centralQueueSeconds, trySeconds, totalSeconds) < Number.POSITIVE_INFINITY;
    }
    /** A request begins to wait in a central queue. */
    startCentralQueue(row, generation) {
        this.#start(this.#centralQueue, row, generation);
    }
    /** A try begins. */
    startTry(row, generation) {
        this.#start(this.#attempt, row, generation);
    }
    /** A request begins; `life` is what tells it from others in its row. */
    startTotal(row, life) {
        this.#start(this.#total, row, life);
    }
    /** Removes the next timer; the total timeout goes first on a tie, for it leaves nothing to retry. */
    pop() {
        const next = this.nextSeconds;
        if (this.#total.nextSeconds === next)
            this.#take(this.#total, eventKind.totalTimedOut);
        else if (this.#centralQueue.nextSeconds === next)
            this.#take(this.#centralQueue, eventKind.centralQueueTimedOut);
        else
            this.#take(this.#attempt, eventKind.tryTimedOut);
        this.nextSeconds = Math.min(this.#centralQueue.nextSeconds, this.#attempt.nextSeconds, this.#total.nextSeconds);
    }
    #start(queue, row, generation) {
        if (queue.seconds === Number.POSITIVE_INFINITY)
            return;
        queue.start(row, generation, this.#clock.nowSeconds);
        if (queue.nextSeconds < this.nextSeconds)
            this.nextSeconds = queue.nextSeconds;
    }
    #take(queue, kind) {
        queue.pop();
        this.kind = kind;
        this.row = queue.row;
        this.generation = queue.generation;
    }
}
