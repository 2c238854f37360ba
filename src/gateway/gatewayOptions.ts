import type { Leaks } from '../fleet/leaks.js';
import type { Serving } from '../fleet/serving.js';
import type { IndexedStream } from '../random/keyedStream.js';
import type { CacheOptions } from './ai/cache/answerCache.js';
import type { RoutesOptions } from './ai/routes/routes.js';
import type { CallsSetup } from './calls/callsSetup.js';
import type { HedgeSamplers } from './hedging/hedging.js';
import type { QueuesOptions } from './queues.js';
import type { RequestProfile } from './serviceRuntime.js';
import type { TimeoutsAndRetries } from './timeoutsAndRetries.js';

/** What a gateway is made of. */
export interface GatewayOptions extends QueuesOptions {
  readonly serving: Serving;
  /** Told of what may fill an instance's memory, where memory leaks. */
  readonly leaks?: Pick<Leaks, 'served' | 'rose'> | undefined;
  /** Requests have consumers. */
  readonly hasConsumers: boolean;
  /** Somebody checks instances. */
  readonly hasChecks: boolean;
  /** [source], behind them [called class] */
  readonly profiles: readonly RequestProfile[];
  readonly rules: TimeoutsAndRetries;
  /** [service] only where one has rules of its own */
  readonly serviceRules: readonly TimeoutsAndRetries[] | undefined;
  /** [source] the draws of its retries, by (arrival, try) */
  readonly retryStreams: readonly IndexedStream[];
  /** Where a class makes calls. */
  readonly calls?: CallsSetup | undefined;
  /** Where classes go to routes. */
  readonly routes?: RoutesOptions | undefined;
  /** Where one of them has a cache of answers. */
  readonly cache?: CacheOptions | undefined;
  /** [source] only where a service hedges */
  readonly hedgeSamplers: HedgeSamplers;
  /** The client has its answer at `answerSeconds`; closed loops and sessions go on from there. */
  clientAnswered(row: number, result: number, answerSeconds: number): void;
}
