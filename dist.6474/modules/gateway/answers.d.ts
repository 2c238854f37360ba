import type { GatewayOptions } from './gatewayOptions.js';
import type { Queues } from './queues.js';
import type { RetryCause } from './retryRules.js';
/** How tries end: answered, refused, aborted or given up; then another try, or the one outcome of the request. */
export declare class Answers {
    #private;
    constructor(options: GatewayOptions, queues: Queues);
    /** An error by the request's own nature, or by a fault of the instance, whichever strikes. */
    answer(row: number, instance: number): void;
    /** The try got its answer, or its client gave it up. */
    answered(row: number, isError: boolean): void;
    /** No instance takes the try, and none will. */
    refuse(row: number): void;
    /** The instance of the try is gone. */
    abort(row: number): void;
    /** The try stays at its instance as an orphan; the request goes on in a row of its own, which is returned. */
    leaveTryBehind(row: number): number;
    /** A try ended badly and is known to the client at `answerSeconds`: another one, or the end. */
    fail(row: number, cause: RetryCause, result: number, answerSeconds: number): void;
    /** The request's one outcome; its row is free afterwards. */
    end(row: number, result: number, answerSeconds: number): void;
    /** A try that nobody waits for is over. */
    releaseOrphan(row: number): void;
}
