import type { Problem } from '../base/problem.js';
import type { RecordedObservation } from '../policy/observation.js';
import type { PolicySpec } from '../policy/policySpec.js';
import type { Routers } from '../scenario/readRouters.js';
import type { Scenario } from '../scenario/schema.js';
import type { PlayLog, Sequence } from './playLog.js';

/** What a process of its own gets to do. */
export type PlayerTask = PlayTask | RecordTask;

/** One sequence through one policy. */
export interface PlayTask {
  readonly type: 'play';
  readonly spec: PolicySpec;
  readonly sequence: Sequence;
  readonly runCount: number;
}

/** One run of a scenario, for what its policies can see. */
export interface RecordTask {
  readonly type: 'record';
  readonly scenario: Scenario;
  readonly scenarioFolder: string;
  readonly bindings: Readonly<Record<string, PolicySpec>>;
  readonly routers?: Routers | undefined;
  readonly environment: string | undefined;
}

/** What it answers. */
export type PlayerAnswer =
  | { readonly type: 'played'; readonly log: PlayLog }
  | { readonly type: 'recorded'; readonly observations: readonly RecordedObservation[] }
  /** The policy failed in the run that was to be recorded. */
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'problems'; readonly problems: readonly Problem[] }
  | { readonly type: 'bug'; readonly stack: string };

/** What it sends now and then before: it still gets on. */
export interface SignOfLife {
  readonly type: 'alive';
}
