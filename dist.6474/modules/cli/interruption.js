import { constants } from 'node:os';
import { exitCode } from '../base/exitCode.js';
import { takeAllAway } from '../base/untilEnd.js';
/** What asks a program to end: Ctrl-C, `kill` and CI systems, a terminal that was closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Being asked to end.
 *
 * The first signal ends the command with 105; work that keeps what it has finished is told of it instead. The second one ends
 * the program at once, and by that signal: shells see 130 after Ctrl-C, 143 after `kill`.
 */
export class Interruption {
    #controller = new AbortController();
    #say;
    #keepers = 0;
    constructor(say) {
        this.#say = say;
    }
    get signal() {
        return this.#controller.signal;
    }
    get hasHappened() {
        return this.#controller.signal.aborted;
    }
    /** For the rest of the program's life. */
    listen() {
        for (const name of signals)
            process.on(name, () => this.#onSignal(name));
    }
    /** Carries out work that looks at `signal` and ends soon after it, with what is finished. */
    async keeping(work) {
        this.#keepers++;
        try {
            return await work();
        }
        finally {
            this.#keepers--;
        }
    }
    #onSignal(name) {
        if (this.hasHappened)
            endBy(name);
        this.#controller.abort();
        if (this.#keepers > 0)
            return;
        this.#say('interrupted');
        process.exit(exitCode.interrupted);
    }
}
/** Ends as if nobody had listened, but leaves nothing behind. */
function endBy(name) {
    takeAllAway();
    process.removeAllListeners(name);
    process.kill(process.pid, name);
    process.exit(128 + constants.signals[name]);
}
