import type { DecisionEntry } from '../record/decisionLog.js';
/** Watches whether the actions of several controllers add up: each adds one, and all of them at once. */
export declare class ActionsTogether {
    #private;
    note({ timeSeconds: seconds, before, applied, result }: DecisionEntry, controller: number): void;
    /** The largest change that more than one controller had a part in. */
    get findings(): string[];
}
