import type { InstanceTable } from '../fleet/instanceTable.js';
import type { Balancer } from './balancer.js';
/** Why a ready instance may be out of rotation, for as long as whoever took it out believes so. */
export declare const outReason: {
    readonly unhealthy: 4;
    readonly ejected: 8;
};
export type OutReason = (typeof outReason)[keyof typeof outReason];
export interface RotationOptions {
    readonly instances: InstanceTable;
    readonly balancer: Balancer;
    /** An instance that holds so many requests, inside and queued, is full; Infinity where none ever is. */
    readonly roomCount: number;
}
/**
 * Who of one service's instances may be picked: ready, believed healthy, not ejected, and with room.
 *
 * Its balancer holds these and no others, and only orders them. Whoever believes something of an instance (a health
 * check, an ejection) says so by `takeOut` and `putBack`, at any moment of its life; a new instance in the row starts
 * afresh, and late words about the one before it are the speaker's to hold back.
 *
 * Hot: `pick`, `began` and `ended` once a request each. The only writer of `InstanceTable.standing`.
 */
export declare class Rotation {
    #private;
    /** Whether its balancer wants `finished`; where it does not, nobody needs to measure. */
    readonly hearsAnswers: boolean;
    constructor({ instances, balancer, roomCount }: RotationOptions);
    /** The instance takes requests from now on, unless something else keeps it out. Once in its life. */
    ready(instance: number): void;
    /** The instance takes nothing new any more. */
    stopped(instance: number): void;
    /** Nothing happens where the same reason holds already. */
    takeOut(instance: number, reason: OutReason): void;
    /** The reason does not hold any more; others may. Whoever waits in a central queue may be served now. */
    putBack(instance: number, reason: OutReason): void;
    /** The instance to take the request, or -1 when none may. The next `began` is of this instance, or it refused. */
    pick(request: number): number;
    /** The instance holds one request more, inside or queued: its columns say so already. */
    began(instance: number): void;
    /** The instance holds one request less: its columns say so already. */
    ended(instance: number): void;
    /**
     * The client knows how a try went that this instance got: an answer, or that none came in time.
     *
     * @param latencySeconds since the instance got it; what came before, in a central queue, is not the instance's
     */
    finished(instance: number, latencySeconds: number, isError: boolean): void;
}
