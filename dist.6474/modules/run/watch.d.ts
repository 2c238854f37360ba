/** What a worker is doing, seen by the thread that guards it. */
export interface WatchReading {
    /** Inside a policy, loading or deciding. */
    readonly isInPolicy: boolean;
    /** Grows with each call into a policy: equal readings mean the same call. */
    readonly callCount: number;
    /** Virtual time of the call, or of the last sign of progress, seconds. */
    readonly virtualSeconds: number;
    /** Grows while a policy in Lua counts its instructions: equal readings mean that it does not come to that. */
    readonly beatCount: number;
    /** Line of its file that such a policy is in; 0 where that is not known. */
    readonly line: number;
}
/** A few bytes that a worker and its guard share: an endless loop in a policy cannot send messages. */
export declare class Watch {
    #private;
    readonly buffer: SharedArrayBuffer;
    constructor(buffer?: SharedArrayBuffer);
    /** The worker enters or leaves a policy at `virtualSeconds`. */
    note(virtualSeconds: number, isInPolicy: boolean): void;
    /** A policy in Lua goes on, and is in `line`. Plain writes: it is called often, and nothing depends on their order. */
    beat(line: number): void;
    /** The run has reached `virtualSeconds`. */
    progress(virtualSeconds: number): void;
    read(): WatchReading;
}
