import { ProblemError } from '../../base/problem.js';
import type { Recordable } from '../../platforms/platform.js';
import type { RecordedObservation } from '../../policy/observation.js';
export interface Recording {
    readonly observations: readonly RecordedObservation[];
    /** The recording has no instance count: the policy's own decisions stand for it. */
    readonly carriesDesired: boolean;
    /** Instants at which something that the policy reads had no value. */
    readonly missingCount: number;
    /** What the reader of the decisions should know. */
    readonly notes: readonly string[];
}
/** What a recording must know of the manifest that decides on it. */
export interface RecordedManifest {
    readonly recordable: readonly Recordable[];
    readonly everySeconds: number;
}
/** What the command line says about a recording. */
export interface RecordingOptions {
    /** As the user wrote it, for messages. */
    readonly file: string;
    /** `--metric NAME=METRIC`: a series or column, and what it is here. */
    readonly metricNames: Readonly<Record<string, string>>;
    /** What a manifest reads itself, and how often it decides. */
    readonly manifest?: RecordedManifest;
    /** Replaces `context.environment`. */
    readonly environment: string | undefined;
}
/** Observations of one recording: more than a month by every 15 s, and all that the memory of a worker holds. */
export declare const observationLimit = 250000;
export declare function tooManyObservations(file: string): ProblemError;
