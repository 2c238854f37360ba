import type { Calendar } from '../kernel/calendar.js';
import type { Clock } from '../kernel/clock.js';
import type { EventHeap } from '../kernel/eventHeap.js';
import { ArrivalBlock } from './arrivalBlock.js';
import type { RequestSampler } from './requestSampler.js';
import type { Source } from './source.js';
export interface ClientsOptions {
    readonly sources: readonly Source[];
    /** [source] the numbers of its requests. */
    readonly samplers: readonly RequestSampler[];
    readonly calendar: Calendar;
    readonly heap: EventHeap;
    /** Kind of the event that wakes a user after its think time. */
    readonly wakeKind: number;
    /** No arrival of an open source at this instant or later matters. */
    readonly endSeconds: number;
    readonly clock: Clock;
    /** Fills in where the arrivals [from, to) of the block go. */
    route(block: ArrivalBlock, from: number, to: number): void;
    /** The request of a closed source arrives now. */
    arrive(block: ArrivalBlock, arrival: number): void;
    /** No VU was free: k6's dropped iteration. */
    dropped(source: number): void;
    /** Arrivals that were handed out are about to be written over. */
    turns(): void;
}
/** Iterations of one user that keep their arrival numbers apart from the next user's. */
export declare const iterationsOfUser: number;
/**
 * Everybody who sends requests: open sources merged in time order, and the virtual users of closed ones.
 *
 * Hot for open sources: an arrival is taken from a block, and the gateway reads its numbers there.
 */
export declare class Clients {
    #private;
    /** When the next open arrival is due, seconds. */
    nextSeconds: number;
    constructor(options: ClientsOptions);
    /** The open arrivals that come now. */
    get block(): ArrivalBlock;
    /** Takes the open arrival due at `nextSeconds`; -1 when no VU is free for it. It stands in `block` until `pass`. */
    take(): number;
    /** Goes on to the next open arrival. */
    pass(): void;
    /** A request is over for its client at `answerSeconds`. */
    answered(source: number, user: number, answerSeconds: number): void;
    /** A user has thought long enough; it goes on if it is still active. */
    wake(userNumber: number): void;
}
