import type { RecordedObservation } from '../policy/observation.js';
import type { LogEntry, PlayFault } from './playLog.js';
/** What came of one policy: plain data, in the order of the runtimes and environments. */
export interface PolicyVerification {
    /** The candidate's name. */
    readonly name: string;
    readonly source: string;
    readonly kind: 'lua' | 'typescript' | 'manifest';
    readonly status: 'same' | 'differs' | 'fails' | 'not-verified';
    readonly observationCount: number;
    /** `sha256...` of the decisions that the first play made, as canonical JSON. */
    readonly decisionsHash: string | null;
    /** The decisions of the first play. */
    readonly decisions: readonly LogEntry[];
    readonly runs: readonly RunVerification[];
    /** The first between two environments of one runtime, then the first between two runtimes. */
    readonly differences: readonly Difference[];
    /** Why it fails everywhere. */
    readonly fault: PlayFault | null;
}
/** One run of a play, against the first one of all. */
export interface RunVerification {
    readonly runtime: string;
    readonly version: string;
    /** `here`, `zone`, `elsewhere`, `again`, `second run`, `sorted keys`. */
    readonly environment: string;
    readonly status: 'same' | 'differs' | 'fails' | 'unsupported';
    readonly decisionsHash: string | null;
    /** Why it is unsupported, or failed. */
    readonly why: string | null;
}
/** One side of a difference: which run, and what it did. */
export interface DifferenceSide {
    readonly runtime: string;
    readonly environment: string;
    /** Its decision, or the message it failed with; null where the other side has one more. */
    readonly decision: LogEntry['decision'] | null;
    readonly fault: string | null;
}
export interface Difference {
    /** The newest observation at that point, and its number from 0. */
    readonly observation: RecordedObservation;
    readonly index: number;
    readonly one: DifferenceSide;
    readonly other: DifferenceSide;
    /** What it comes from, as far as it can be told: sentences. */
    readonly causes: readonly string[];
}
