import type { FeatureCountName } from '../record/featureCounts.js';
import type { Histogram } from '../stats/histogram.js';
import type { Occurrence } from './runsPerMonth.js';

/** Requests by outcome and more, of one service or all, whose intended arrival lies in the span. */
export interface RequestTotals {
  readonly offered: number;
  readonly completed: number;
  readonly failed: number;
  readonly rejected: number;
  readonly timedOut: number;
  readonly abandoned: number;
  readonly aborted: number;
  /** Undefined without a rate limit. */
  readonly rateLimited: number | undefined;
  readonly unfinished: number;
  readonly good: number;
  /** Completed too late, but within four times the SLO's latency. */
  readonly tolerated: number;
  readonly unfinishedOld: number;
  /** Rejected by admission; undefined without one. */
  readonly shed: number | undefined;
  /** Completed out of a cache, and wrong ones of them; undefined without one. */
  readonly cached: number | undefined;
  readonly cachedWrong: number | undefined;
  readonly attempts: number;
  readonly droppedIterations: number;
  readonly waitedCount: number;
  /** Of the services that scale per request; undefined where none does. */
  readonly coldStarts: { readonly count: number; readonly offered: number } | undefined;
}

/** Calls between services that arrived in the span; of one service, or all. */
export interface CallTotals {
  readonly offered: number;
  /** Tries of all calls. */
  readonly attempts: number;
  /** Requests of all sources, at any service: those at the top. */
  readonly outerRequests: number;
  /** Of one service; undefined for all together. */
  readonly own: ServiceCallTotals | undefined;
}

/** What calls make of one service. */
export interface ServiceCallTotals {
  /** Tries of requests of sources at it. */
  readonly outerAttempts: number;
  /** Time of requests of sources in it, and in all services; and how many requests they are of. */
  readonly pathSeconds: number;
  readonly allPathSeconds: number;
  readonly pathCount: number;
  /** Time that slots were held, that of it in which their tries waited for calls, and that slots were there; undefined where unlimited. */
  readonly slotSeconds: number;
  readonly callingSeconds: number;
  readonly slotCapacitySeconds: number | undefined;
  readonly saturatedWindows: number;
  readonly windows: number;
}

/** Of requests that model servers or providers answered well and that arrived in the span; of one of them, or all. */
export interface TokenTotals {
  readonly answers: number;
  readonly promptTokens: number;
  readonly outputTokens: number;
  readonly normalisedSeconds: number;
  /** What model servers did; undefined where none is among them. */
  readonly servers:
    | {
        readonly preemptions: number;
        readonly kvPeakRatio: number;
        /** Tokens of their answers. */
        readonly outputTokens: number;
        /** Ready time of the instances times their GPUs. */
        readonly gpuSeconds: number;
      }
    | undefined;
  readonly firstToken: Histogram;
  readonly gap: Histogram;
  /** Undefined where no model says how often it answers right. */
  readonly quality: QualityTotals | undefined;
}

/** Answers, those out of caches with them; the right ones; and those of them that are good besides. */
export interface QualityTotals {
  readonly judged: number;
  readonly right: number;
  readonly rightAndGood: number;
}

/** Sessions that began in the span, and turns that arrived in it. */
export interface SessionTotals {
  /** Undefined where no source has such. */
  readonly chats: SessionCounts | undefined;
  readonly tasks: SessionCounts | undefined;
  readonly turns: number;
  readonly carriedTokens: number;
}

export interface SessionCounts {
  readonly begun: number;
  readonly finished: number;
  readonly failed: number;
  /** First arrival to last answer of those that finished. */
  readonly time: Histogram;
}

/** Sums over the measured span of one service's instances, or of all. */
export interface FleetTotals {
  readonly readySeconds: number;
  readonly billedSeconds: number;
  readonly busySeconds: number;
  readonly readyPeak: number;
  /** What providers bill included. */
  readonly costUsd: number;
  readonly wastedUsd: number;
  readonly wastedStarts: number;
  /** Busy and available processor (or slot) time; undefined where slots are unlimited and nothing uses the cpu. */
  readonly workSeconds: number | undefined;
  readonly capacitySeconds: number | undefined;
  readonly costParts: CostParts;
  /** Undefined where no instance needs a node. */
  readonly nodes: NodeTotals | undefined;
}

/** Sums over the measured span of the nodes of one service, or of all. */
export interface NodeTotals {
  readonly readySeconds: number;
  readonly readyPeak: number;
  /** What the ready ones offer, and what instances on them request. */
  readonly vcpuSeconds: number;
  readonly requestedVcpuSeconds: number;
  readonly costUsd: number;
  readonly isPriced: boolean;
}

/** What the cost was paid for; the parts sum to costUsd. */
export interface CostParts {
  /** Busy share of the ready time. */
  readonly usefulUsd: number;
  readonly idleUsd: number;
  readonly startupUsd: number;
  readonly drainUsd: number;
  /** Wasted starts, with all that was billed for them. */
  readonly wastedUsd: number;
  /** Rounding up and the minimum, beyond the end of lives. */
  readonly minimumChargeUsd: number;
  /** The machines that instances were placed on; undefined where none was needed. */
  readonly nodesUsd?: number | undefined;
}

/** Integrals of needed and ready instances over the span. */
export interface ElasticityTotals {
  /** Integrals of the missing and of the spare share of the need, seconds. */
  readonly underRatioSeconds: number;
  readonly overRatioSeconds: number;
  /** Time with fewer and with more ready than needed. */
  readonly underSeconds: number;
  readonly overSeconds: number;
  /** Whole steps of the 60 s grid, and those in which needed and ready moved differently. */
  readonly gridSteps: number;
  readonly unlikeGridSteps: number;
  readonly neededChanges: number;
  readonly readyChanges: number;
}

/** How supply answered the last change of demand. */
export interface ResponseTotals {
  /** Undefined where demand never changed; Infinity where supply had not settled by the end. */
  readonly settlingSeconds: number | undefined;
  /** Undefined where demand never rose. */
  readonly overshootRatio: number | undefined;
}

/** Means over the rises in need; their sum is the mean time from a rise to enough instances, or to the end of the need. */
export interface LagTotals {
  readonly riseCount: number;
  readonly answeredCount: number;
  readonly metricSeconds: number;
  readonly decisionSeconds: number;
  readonly limitSeconds: number;
  readonly apiSeconds: number;
  /** Undefined where no instance needs a node. */
  readonly nodeSeconds?: number | undefined;
  readonly startupSeconds: number;
  readonly slowStartSeconds: number;
}

/** What follows from the demand curve; there is none with closed loops and traces of single requests. */
export interface DemandTotals {
  readonly elasticity: ElasticityTotals;
  readonly response: ResponseTotals;
  /** Least cost of having what is needed at 80 % use, in hindsight, with the same prices, startups and billing; undefined where nodes are billed. */
  readonly oracleUsd: number | undefined;
  readonly lag: LagTotals;
}

/** A fault as the SLO measures see it, seconds from the begin of the span; only those that begin inside it. */
export interface FaultSpan {
  readonly fromSeconds: number;
  /** = from for a fault that is over at once. */
  readonly untilSeconds: number;
}

/** What the policies did in the span. */
export interface ScalingTotals {
  readonly scaleUps: number;
  readonly scaleDowns: number;
  readonly reversals: number;
  readonly clamped: number;
  readonly throttled: number;
  readonly refused: number;
  readonly failed: number;
}

/** All a measure may be computed from: one run, one service or all of them. */
export interface RunTotals {
  readonly spanSeconds: number;
  /** The whole run, the warm-up with it. */
  readonly durationSeconds: number;
  readonly occurs: Occurrence | undefined;
  /** Undefined without an slo. */
  readonly slo: { readonly latencySeconds: number; readonly objective: number } | undefined;
  readonly requests: RequestTotals;
  /** Undefined where no class calls. */
  readonly calls?: CallTotals | undefined;
  /** Of completed and failed requests; of completed ones alone. */
  readonly latency: Histogram;
  readonly completedLatency: Histogram;
  readonly queueWait: Histogram;
  /** Request-seconds inside the system and in queues, clipped to the span. */
  readonly systemSeconds: number;
  readonly queueSeconds: number;
  /** Completions in the span. */
  readonly completions: number;
  /** [window] requests and good requests by intended arrival, 60 s each, from the begin of the span. */
  readonly windowTotals: Float64Array;
  readonly windowGoods: Float64Array;
  readonly fleet: FleetTotals;
  readonly scaling: ScalingTotals;
  /** Undefined where the need is not known in advance. */
  readonly demand: DemandTotals | undefined;
  readonly faults: readonly FaultSpan[];
  /** Undefined where neither model servers nor providers answer. */
  readonly tokens?: TokenTotals | undefined;
  /** Of all services together alone, and where sources have sessions. */
  readonly sessions?: SessionTotals | undefined;
  readonly features: Readonly<Partial<Record<FeatureCountName, number>>>;
}
