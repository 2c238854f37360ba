import type { ApiSettings } from '../cloud/api/apiDesk.js';
import type { RecordedObservation } from '../policy/observation.js';
import type { OpenLoopDecision } from '../policy/openLoopDecision.js';

/** What every play of one policy gets to see. */
export interface Sequence {
  /** In time order, of any number of services. */
  readonly observations: readonly RecordedObservation[];
  /** The recording has no count of instances: the last decision stands for it. */
  readonly carriesDesired: boolean;
  /** What a scenario says of the policy's surroundings; a file of observations says nothing of them. */
  readonly world?: World;
}

/** What a policy has around it beside observations. */
export interface World {
  readonly api: ApiSettings;
  readonly apiLatencySeconds: number;
  /** `policyEnv`. */
  readonly env: Readonly<Record<string, string>>;
}

/** One decision of a play, and the observation (from 0) that was the newest when it was made. */
export interface LogEntry {
  readonly observation: number;
  readonly decision: OpenLoopDecision;
}

/** What a policy did with a sequence in one runtime and environment: plain data, it crosses between processes. */
export interface PlayLog {
  /** [run] Entries in the order they were made; every observation has one, of "no change" where nothing was wished. */
  readonly runs: readonly (readonly LogEntry[])[];
  /** It failed, at that observation of the last run. */
  readonly fault?: PlayFault;
  /** Why the runtime cannot run this policy at all. */
  readonly unsupported?: string;
  /** Lines that the policy logged. */
  readonly lines: readonly string[];
  readonly findings: readonly string[];
}

export interface PlayFault {
  readonly message: string;
  readonly observation: number;
}
