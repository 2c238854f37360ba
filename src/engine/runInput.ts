import type { ServingVariant } from '../fleet/serving.js';
import type { Observation } from '../policy/observation.js';
import type { PolicySpec } from '../policy/policySpec.js';
import type { PolicyLog } from '../record/policyLog.js';
import type { Tell } from '../record/runEvents.js';
import type { RecordRequest } from '../results/serviceRecord.js';
import type { Routers } from '../scenario/readRouters.js';
import type { Scenario } from '../scenario/schema.js';
import type { Allowance } from './limits/allowance.js';
import type { Touches } from './touches.js';

/** One run: a scenario, the policies bound to its services, and which replication. */
export interface RunInput {
  readonly scenario: Scenario;
  /** Folder that the scenario's own paths are relative to; absolute. */
  readonly scenarioFolder: string;
  /** By service name; `*` is every service without one of its own; none leaves the fleet alone. */
  readonly bindings: Readonly<Record<string, PolicySpec>>;
  /** The routers of its routes; needed where it has some. */
  readonly routers?: Routers | undefined;
  /** From 0; the random numbers depend on (seed, replication) only. */
  readonly replication: number;
  /** Timeline, decisions and events as well; measures alone otherwise. */
  readonly detail: boolean;
  /** How much it may take; the standard when left out. */
  readonly allowance?: Allowance;
  /** observation.context.environment */
  readonly environment?: string;
  /** Ways to serve, `servings` when left out. */
  readonly servings?: readonly ServingVariant[];
  /** Hash all arrivals, demands and startups into `fingerprint`. */
  readonly fingerprint?: boolean;
  /** Called now and then with the virtual time. */
  readonly onProgress?: (virtualSeconds: number) => void;
  /** Called when the run enters (true) and leaves (false) a policy, for the watchdog. */
  readonly onPolicy?: (virtualSeconds: number, isInside: boolean) => void;
  /** Called before a policy is woken, with what it can see then. */
  readonly onObservation?: (observation: Observation) => void;
  /** Every event of the run, for `--events`. */
  readonly onEvent?: Tell;
  /** Where the policies print to; read by who wants it of a run that fails. */
  readonly log?: PolicyLog;
  /** What a recorder beside a service is to note; not together with `onEvent`. */
  readonly record?: RecordRequest;
  /** Told what the policies touch, for `doctor`. */
  readonly touches?: Touches;
}
