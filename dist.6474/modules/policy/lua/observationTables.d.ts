import { type InstanceCounts, type Observation } from '../observation.js';
import { type LuaState } from './fengariApi.js';
import type { LuaRun } from './luaRun.js';
/** Pushes the counts of a service as a table of integers. */
export declare function pushInstances(L: LuaState, counts: InstanceCounts): void;
/**
 * Observations as Lua sees them: ordinary tables, each tick's its own.
 *
 * A field of the observation is made when it is first asked for, in whatever way, and is from then on the policy's: it may
 * keep it and change it. Which metrics are read is noted, and which are asked for that do not exist.
 */
export declare class ObservationTables {
    #private;
    constructor(run: LuaRun);
    push(L: LuaState, observation: Observation): void;
    /** Notes what the decision read that does not exist; to be called when it is over. */
    settle(): void;
}
