import { type LuaState } from '../fengariApi.js';
import type { LuaRun } from '../luaRun.js';
/**
 * Gives `math` (on top of the stack) the random numbers of the run; fengari's are the process's, shared by all states.
 *
 * They differ with the replication and the seed of the scenario, whatever the policy seeds with: the date, which every run
 * begins at, must not make all runs draw alike. Within a run equal seeds give equal numbers.
 */
export declare function guardMath(L: LuaState, run: LuaRun): void;
