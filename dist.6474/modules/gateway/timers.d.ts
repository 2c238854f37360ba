import type { Clock } from '../kernel/clock.js';
export interface TimerLengths {
    /** Longest wait in a central queue. */
    readonly centralQueueSeconds: number;
    /** Longest try. */
    readonly trySeconds: number;
    /** Longest request, all tries. */
    readonly totalSeconds: number;
}
/** The timeouts of the gateway: each kind runs equally long for all, so each is a ring. Infinity: no such timeout. */
export declare class Timers {
    #private;
    /** Whether any kind has a length. */
    readonly areAny: boolean;
    /** When the next timer ends; Infinity when none runs. A field, because the loop asks at every event. */
    nextSeconds: number;
    /** Kind, row and generation of the timer that `pop` removed last. */
    kind: number;
    row: number;
    generation: number;
    constructor({ centralQueueSeconds, trySeconds, totalSeconds }: TimerLengths, clock: Clock);
    /** A request begins to wait in a central queue. */
    startCentralQueue(row: number, generation: number): void;
    /** A try begins. */
    startTry(row: number, generation: number): void;
    /** A request begins; `life` is what tells it from others in its row. */
    startTotal(row: number, life: number): void;
    /** Removes the next timer; the total timeout goes first on a tie, for it leaves nothing to retry. */
    pop(): void;
}
