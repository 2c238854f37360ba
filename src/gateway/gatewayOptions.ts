import type { InstanceTable } from '../fleet/instanceTable.js';
import type { ProcessorSharing } from '../fleet/processorSharing.js';
import type { EventHeap } from '../kernel/eventHeap.js';
import type { IndexedStream } from '../random/keyedStream.js';
import type { AnswerListener } from '../record/answerListener.js';
import type { Ledger } from '../record/ledger.js';
import type { RequestLog } from '../record/requestLog.js';
import type { PatienceRules } from './patienceRules.js';
import type { RequestTable } from './requestTable.js';
import type { RequestTracer } from './requestTracer.js';
import type { RequestProfile, ServiceDesk } from './serviceDesk.js';

/** What a gateway is made of. */
export interface GatewayOptions {
  readonly requests: RequestTable;
  readonly instances: InstanceTable;
  readonly sharing: ProcessorSharing;
  readonly heap: EventHeap;
  readonly log: RequestLog;
  readonly ledger: Ledger;
  readonly desks: readonly ServiceDesk[];
  readonly profiles: readonly RequestProfile[];
  readonly rules: PatienceRules;
  /** [source] the draws of its retries, by (arrival, try). */
  readonly retryStreams: readonly IndexedStream[];
  readonly listeners: readonly AnswerListener[];
  readonly tracer?: RequestTracer | undefined;
  /** The client has its answer at `answerSeconds`; closed loops go on from there. */
  clientAnswered(source: number, user: number, answerSeconds: number): void;
}
