import type { CallLog } from '../../record/callLog.js';
import type { CallLinks } from './callLinks.js';
import type { CallPlan, PlannedCall } from './callPlan.js';
import type { CalledClass, CallSampler } from './callSampler.js';
import type { PoolLimits } from './pools.js';

/** Calls between services, as the scenario has them. */
export interface CallsSetup {
  readonly links: CallLinks;
  readonly log: CallLog;
  /** [profile] what requests of it call; undefined where they call nothing */
  readonly plans: readonly (CallPlan | undefined)[];
  /** [number] */
  readonly calls: readonly PlannedCall[];
  /** [profile] of called classes */
  readonly classes: readonly (CalledClass | undefined)[];
  /** [source] what its agents call for a tool */
  readonly tools: readonly (PlannedCall | undefined)[];
  /** The session has the answer of a tool at `answerSeconds`. */
  toolAnswered(session: number, answerSeconds: number): void;
  readonly sampler: CallSampler;
  /** Where instances have pools of connections. */
  readonly poolLimits: PoolLimits | undefined;
  /** Groups below this are of requests that sources send. */
  readonly outerGroupCount: number;
}
