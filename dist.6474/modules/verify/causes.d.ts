import { type RunLog } from './runLog.js';
import type { NamedRuntime, RunPair, Subject } from './subject.js';
interface CauseRequest {
    readonly subject: Subject;
    readonly runtimes: readonly NamedRuntime[];
    readonly pair: RunPair;
    /** Every run that was judged. */
    readonly all: readonly RunLog[];
}
/**
 * What a difference comes from, as sentences.
 *
 * It is found by trying, not by reading: the policy is played again with all hidden inputs pinned, and then with one of them
 * moved. An input whose move alone changes the decisions is a cause.
 */
export declare function causesOf(request: CauseRequest): Promise<string[]>;
export {};
