/** What one policy did over the run, ready to draw. */
export interface TimelineRow {
  readonly name: string;
  /** Of the policy in the scenario. */
  readonly place: number;
  readonly color: string;
  /** Counts wherever one of them changes: [seconds, needed or null, ready, desired]. */
  readonly changes: readonly (readonly [number, number | null, number, number])[];
  readonly latency: Samples;
  /** Spells below the objective: [from, until), seconds. */
  readonly aboveSlo: readonly (readonly [number, number])[];
  readonly cpu: Samples;
  /** Shares of the requests that ended in a step, 0..1, by how they failed; null where the document does not say it. */
  readonly failures: Failures | null;
  /** What it may ask for; null where nothing decides. */
  readonly bounds: { readonly min: number; readonly max: number } | null;
  /** Spells in which something kept it from growing: [from, until), seconds. */
  readonly held: readonly (readonly [number, number])[];
  readonly marks: readonly TimelineMark[];
  /** Lines with a span in them; left out where nothing was kept out. */
  readonly keptOut?: readonly KeptOutLane[];
  /** Where instances need nodes: those that are ready and those that are ordered, and the instances that wait for one. */
  readonly nodes?: { readonly ready: Samples; readonly coming: Samples; readonly pending: Samples };
  /** Where its instances are model servers. */
  readonly tokens?: TokenSamples;
}

/** p95 of first tokens in milliseconds, the held share of the KV memory, prompts that wait. */
export interface TokenSamples {
  readonly firstToken: Samples;
  readonly kv: Samples;
  readonly waiting: Samples;
}

/** Scales of them, the same for every policy. */
export interface TokenScale {
  /** Milliseconds. */
  readonly firstTokenDomain: readonly [number, number];
  /** What first tokens are held to: the SLO's TTFT, else a threshold on their p95. */
  readonly firstTokenLimit: { readonly ms: number; readonly name: 'SLO' | 'limit' } | null;
  /** 0 where none ever waits: then nothing is drawn. */
  readonly waitingMax: number;
}

/** How tries are kept from a service (its breaker) or from instances of it. */
export type KeptOutKind = 'breaker' | 'instanceBreakers' | 'ejected' | 'cooling' | 'rolledBack';

/** One line of the picture of it. */
export interface KeptOutLane {
  readonly kind: KeptOutKind;
  readonly spans: readonly KeptOutSpan[];
}

export interface KeptOutSpan {
  readonly fromSeconds: number;
  readonly untilSeconds: number;
  readonly label: string;
  /** From one change to the next: [from, until, how many are out, how many half-open], seconds. */
  readonly parts: readonly (readonly [number, number, number, number])[];
}

/** Equal steps; a kind that never occurs is empty. */
export interface Failures {
  readonly stepSeconds: number;
  readonly failed: readonly number[];
  readonly rejected: readonly number[];
  readonly rateLimited: readonly number[];
  readonly timedOut: readonly number[];
}

/** Values at equal steps; null where there is none. */
export interface Samples {
  readonly stepSeconds: number;
  readonly values: readonly (number | null)[];
}

/** An event of the policy: `change` is only a place to point at. */
export interface TimelineMark {
  readonly timeSeconds: number;
  readonly type: 'reversal' | 'held' | 'change';
  /** Desired count after it. */
  readonly count: number;
  readonly title: string;
}

export interface TimelineFault {
  readonly fromSeconds: number;
  readonly untilSeconds: number;
  readonly label: string;
}

/** The run shown, of every policy in one service, on one scale. */
export interface TimelineData {
  readonly service: string;
  /** Of the run's calendar, where times are those of its clock. */
  readonly start?: string;
  readonly durationSeconds: number;
  readonly warmupSeconds: number;
  readonly rate: Samples;
  readonly faults: readonly TimelineFault[];
  readonly sloMs: number | null;
  /** Top of the scale of the instances. */
  readonly countMax: number;
  /** The quantile of latency drawn: that of the objective, `p99`. */
  readonly latencyName: string;
  /** Milliseconds; null without latencies. */
  readonly latencyDomain: readonly [number, number] | null;
  readonly hasCpu: boolean;
  /** Top of the scale of what failed, 0..1; null where nothing did for any policy. */
  readonly failureMax: number | null;
  /** Top of the scale of nodes; left out where none are needed. */
  readonly nodeMax?: number;
  /** Where instances are model servers. */
  readonly tokenScale?: TokenScale;
  /** Lines that a policy needs for what was kept out; left out where nothing was. */
  readonly keptOutKinds?: readonly KeptOutKind[];
  readonly rows: readonly TimelineRow[];
}

/** The part of the run in view. */
export interface View {
  readonly fromSeconds: number;
  readonly untilSeconds: number;
}
