import type { Problem } from '../base/problem.js';
import type { Allowance } from '../engine/limits/allowance.js';
import type { Touched } from '../engine/touches.js';
import type { RecordedObservation } from '../policy/observation.js';
import type { OpenLoopDecision } from '../policy/openLoopDecision.js';
import type { PolicySpec, SinglePolicySpec } from '../policy/policySpec.js';
import type { Failure, PrintedLog } from '../results/results.js';
import type { RunResult } from '../results/runResult.js';
import type { RecordRequest } from '../results/serviceRecord.js';
import type { Routers } from '../scenario/readRouters.js';
import type { Scenario } from '../scenario/schema.js';

/** Who runs, for messages. */
export interface CellLabel {
  readonly scenario: string;
  readonly policy: string;
  /** File of the policy, without folder. */
  readonly source: string;
  readonly seed: number;
  readonly replication: number;
}

/** What a worker gets for one run: plain data, so that it crosses between threads. */
export interface CellTask {
  readonly scenario: Scenario;
  readonly scenarioFolder: string;
  readonly bindings: Readonly<Record<string, PolicySpec>>;
  readonly routers?: Routers | undefined;
  readonly replication: number;
  readonly detail: boolean;
  readonly environment: string | undefined;
  readonly allowance?: Allowance | undefined;
  /** Shared with the guard, see `Watch`. */
  readonly watch: SharedArrayBuffer;
  /** Absolute path of a file that gets every event of the run, one JSON a line. */
  readonly eventsPath: string | undefined;
  /** Whether it is told what the policy touches. */
  readonly isExamined?: boolean;
  /** What a recorder is to note. */
  readonly record?: RecordRequest;
}

/** What a worker gets to decide on recorded observations. */
export interface DecideTask {
  readonly spec: SinglePolicySpec;
  readonly observations: readonly RecordedObservation[];
  /** The recording has no count of instances: the last decision stands for it. */
  readonly carriesDesired: boolean;
  readonly watch: SharedArrayBuffer;
}

/** What a policy made of recorded observations. */
export interface DecideResult {
  readonly decisions: readonly OpenLoopDecision[];
  /** What it printed. */
  readonly log: PrintedLog | undefined;
}

/** How a run, or whatever else a worker does under guard, ended. */
export type Ended<Result> =
  | { readonly type: 'done'; readonly result: Result; readonly touched?: Touched | undefined }
  | { readonly type: 'failed'; readonly failure: Failure; readonly touched?: Touched | undefined }
  /** The user's input was found wrong while running, a damaged trace for instance. */
  | { readonly type: 'problems'; readonly problems: readonly Problem[]; readonly exitCode: number }
  /** A mistake of dryscale. */
  | { readonly type: 'bug'; readonly message: string; readonly stack: string }
  /** Never begun or cut off: an interruption, or an earlier run of the same policy failed. */
  | { readonly type: 'cancelled' };

/** How one run ended. Errors travel as data: a class does not survive the way between threads. */
export type CellOutcome = Ended<RunResult>;
