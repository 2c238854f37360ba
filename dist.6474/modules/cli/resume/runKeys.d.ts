import type { RunTask } from '../../run/keptRuns.js';
import type { ProgramIdentity } from './programIdentity.js';
/** What of a scenario no run reads; it only decides which runs there are and how they are judged. */
export declare const unreadParts: readonly ['$schema', 'description', 'policies', 'assumptions', 'thresholds'];
/**
 * Names runs by everything that their results depend on: two runs with one key have one result.
 *
 * That is whatever a worker is handed, the content of the files it will read in place of their folder, and the program. Not how
 * much it may take: a run that finished stayed within that.
 */
export declare class RunKeys {
    #private;
    constructor(program: ProgramIdentity);
    /** @returns 64 hexadecimal digits; undefined where a file cannot be read, or has changed since this first read it */
    keyOf({ scenario, scenarioFolder, eventsPath: _, allowance: __, ...task }: RunTask): string | undefined;
}
