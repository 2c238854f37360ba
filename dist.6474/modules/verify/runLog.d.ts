import type { LogEntry, PlayFault, PlayLog } from './playLog.js';
/** What one run of a play decided, in which runtime and environment. */
export interface RunLog {
    readonly runtime: string;
    readonly version: string;
    readonly environment: string;
    readonly entries: readonly LogEntry[];
    readonly fault: PlayFault | undefined;
    readonly unsupported: string | undefined;
    readonly play: PlayLog;
}
/** The runs of a play, each by itself; a fault belongs to the last one. */
export declare function runsOf(play: PlayLog, place: Pick<RunLog, 'runtime' | 'version' | 'environment'>): RunLog[];
export declare function hashOf(entries: readonly LogEntry[]): string;
/** Whether two runs decided the same, and failed at the same observation if they failed. */
export declare function areSame(one: RunLog, other: RunLog): boolean;
/**
 * Where two runs part: the number of the entry, and of the observation.
 *
 * @returns undefined when they do not
 */
export declare function firstDifferent(one: RunLog, other: RunLog): {
    entry: number;
    observation: number;
} | undefined;
