import type { ApiDesk } from '../cloud/api/apiDesk.js';
import type { IndexedStream } from '../random/keyedStream.js';
import type { HeldBy } from '../record/heldBy.js';
import type { MetricFeed } from '../telemetry/feed.js';
import type { SeriesSource } from '../telemetry/promql/seriesSource.js';
import type { Observation } from './observation.js';

/** What a policy wants; the decision is rounded up and clamped to min..max by the host. */
export interface Decision {
  readonly desired: number;
  readonly reason?: string;
  /** Which rule of the policy held, for platform policies: shown on the timeline. */
  readonly rule?: string;
  /** A limit or a wait of the policy's own kept it from asking for more: the lag budget counts that as its limit, not as its sight. */
  readonly heldBy?: HeldBy | undefined;
  /** The policy's own maximum cut the decision: for platform policies, which bound themselves. */
  readonly atMaximum?: AtMaximum;
  /** Where requests go from now on, of the routes that have the policy's own service in `to`; those left out get none. */
  readonly weights?: Readonly<Record<string, number>>;
}

/** What a policy would have asked for without a maximum of its own. */
export interface AtMaximum {
  readonly wanted: number;
  /** The setting that is the maximum, as its user writes it: `maxReplicas`. */
  readonly setting: string;
}

export type Params = Readonly<Record<string, number | string | boolean>>;
export type State = Record<string, unknown>;

/** What `decide` gets beside the observation. */
export interface DecideContext<P extends Params = Params> {
  readonly params: P;
  /** Kept between ticks, one per service and run. */
  readonly state: State;
}

/** A policy as its author writes it. Only `decide` is required. */
export interface PolicyDefinition<P extends Params = Params> {
  readonly name?: string;
  /** Time between decisions, a duration; 15s when left out. */
  readonly every?: string;
  readonly params?: P;
  // biome-ignore lint/suspicious/noConfusingVoidType: a function that ends without `return` is a policy too
  decide(observation: Observation, context: DecideContext<P>): number | Decision | null | undefined | void;
}

/** Parameters as the command line may set them: a default of 3 is any number. */
export type Settable<P extends Params> = {
  [K in keyof P]: P[K] extends number ? number : P[K] extends boolean ? boolean : string;
};

/** Types a TypeScript policy; returns it unchanged. */
export function definePolicy<const P extends Params = Record<never, never>>(
  policy: PolicyDefinition<Settable<P>> & { readonly params?: P },
): typeof policy {
  return policy;
}

/**
 * A loaded policy, ready to be started once per service and run, whatever it was written in.
 *
 * The host (src/engine) drives it: `wake` at `nextWakeSeconds`, which then moves on.
 */
export interface PolicyRunner {
  /** When it wants to be called next; Infinity when never again. */
  readonly nextWakeSeconds: number;
  /** It waits by itself and is not asked at each tick; a file that reads its host while it loads may stop being one. */
  readonly isScript?: boolean;
  /** Seconds between two decisions; undefined where only a script knows. */
  readonly everySeconds?: number | undefined;
  /** Runs it at `nextWakeSeconds`. @throws PolicyFault */
  wake(): void;
  /** What its author should know and no fault says, one sentence each, in the order found; grows while it runs. */
  readonly findings?: readonly string[];
}

/** What the host offers to a running policy: the only way it can touch the simulation. */
export interface PolicyHost {
  /** Virtual time, seconds. */
  nowSeconds(): number;
  /** Date and time of second 0, since 1970 in UTC; a Monday where left out. */
  readonly startSeconds?: number;
  /** What `os.getenv` sees; nothing where left out. */
  readonly env?: Readonly<Record<string, string>>;
  /** The services this policy is bound to, its own first. */
  readonly serviceNames: readonly string[];
  observe(serviceName?: string): Observation;
  /**
   * Asks the cloud for `decision.desired` instances; result known after `apiLatencySeconds`.
   * A decide that returned nothing asks for nothing.
   */
  act(decision: Decision, serviceName?: string): ActionAnswer;
  /** Virtual time one call to the provider takes. */
  readonly apiLatencySeconds: number;
  /** The provider's own APIs over HTTP; left out where there is none (a recording). */
  readonly api?: ApiDesk | undefined;
  /** The metrics server, for PromQL; left out where there are only observations. */
  readonly series?: SeriesSource;
  /** A line of the policy's own output, capped by the host. */
  log(text: string): void;
  /** Its random numbers, its own and the same whenever the run is done again. */
  readonly random?: IndexedStream;
  /** Tells the host that the policy read a metric in a way the host cannot see: Lua's observation and `/api/v1/query`. */
  noteMetricRead?(name: string): void;
  /** Asks to be told each name that is read of `metrics`; left out where nobody wants to know. */
  noteFieldRead?(name: string): void;
  /** Tells the host of an HTTP request, before it is answered. */
  noteRequest?(method: string, url: string): void;
  /** Which worker of its gateway this is, from 0, and of how many; one alone when left out. */
  readonly workerId?: number;
  readonly workerCount?: number;
  /** The gateway's shared dictionaries, by name: one object for all controllers that share. */
  readonly sharedData?: Map<string, unknown>;
}

export interface ActionAnswer {
  readonly result: import('./observation.js').ActionResult;
  /** The desired count in force after the action. */
  readonly desired: number;
}

/** A loaded policy before it is bound to a service and a run. */
export interface LoadedPolicy {
  readonly name: string;
  readonly params: Params;
  /** Why only one of it is ever at work, however many controllers there are: what its findings say. */
  readonly aloneBecause?: string;
  /** By which ways it gets metrics on a service; one that has no platform takes `defaultFeed`. */
  feedsOf?(serviceName: string): readonly MetricFeed[];
  /** How many instances it may ask for on a service; undefined for one that sets no bounds of its own. */
  boundsOf?(serviceName: string): { readonly minCount: number; readonly maxCount: number } | undefined;
  /** One fresh runner with fresh state. */
  start(host: PolicyHost): PolicyRunner;
}

/** A policy that failed at load or run: the user's mistake, exit code 107. */
export class PolicyFault extends Error {
  override readonly name = 'PolicyFault';
  /** `load` | `runtime` | `budget` | `memory` | `value` | `time-limit` | `crash` */
  readonly kind: string;
  /** Virtual time, seconds; undefined at load. */
  readonly timeSeconds: number | undefined;

  constructor(message: string, details: { readonly kind: string; readonly timeSeconds?: number | undefined }) {
    super(message);
    this.kind = details.kind;
    this.timeSeconds = details.timeSeconds;
  }
}
