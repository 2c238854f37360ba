import type { Serving } from '../fleet/serving.js';
import type { IndexedStream } from '../random/keyedStream.js';
import type { PatienceRules } from './patienceRules.js';
import type { QueuesOptions } from './queues.js';
import type { RequestProfile } from './serviceRuntime.js';

/** What a gateway is made of. */
export interface GatewayOptions extends QueuesOptions {
  readonly serving: Serving;
  /** [source] */
  readonly profiles: readonly RequestProfile[];
  readonly rules: PatienceRules;
  /** [source] the draws of its retries, by (arrival, try) */
  readonly retryStreams: readonly IndexedStream[];
  /** The client has its answer at `answerSeconds`; closed loops go on from there. */
  clientAnswered(source: number, user: number, answerSeconds: number): void;
}
