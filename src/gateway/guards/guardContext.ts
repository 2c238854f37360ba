import type { Clock } from '../../kernel/clock.js';
import type { RequestTable } from '../../traffic/requestTable.js';
import type { Guard } from './guard.js';
import type { TriesUnderWay } from './triesUnderWay.js';

/** What a guard of a service may look at. */
export interface GuardContext {
  readonly clock: Clock;
  readonly requests: RequestTable;
  readonly load: TriesUnderWay;
  /** Guards of one section that several services share, by its settings. */
  readonly shared: Map<object, Guard>;
  /** [group] numbers of its source, its class and its class's priority */
  readonly sourceOf: Int32Array;
  readonly classOf: Int32Array;
  readonly priorityOf: Int32Array;
  /** Requests in the service's central queue; and all that wait, those at instances too. */
  centralQueueLength(): number;
  waitingCount(): number;
  /** Slots of the service's ready instances; Infinity where they are unlimited. */
  readySlotCount(): number;
}
