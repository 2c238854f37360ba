import type { InstanceTable } from '../../fleet/instanceTable.js';
import type { Calendar } from '../../kernel/calendar.js';
import type { Clock } from '../../kernel/clock.js';
import type { Priorities } from '../../traffic/priorities.js';
import type { RequestTable } from '../../traffic/requestTable.js';
import type { Rotation } from '../rotation.js';
import type { Guard } from './guard.js';
import type { StandingNews } from './standingNews.js';
import type { TriesUnderWay } from './triesUnderWay.js';

/** What a guard of a service may look at. */
export interface GuardContext {
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly table: InstanceTable;
  readonly rotation: Rotation;
  /** Number of the service. */
  readonly index: number;
  /** Whether a request that finds no instance starts one. */
  readonly startsInstances: boolean;
  readonly requests: RequestTable;
  readonly load: TriesUnderWay;
  /** Guards of one section that several services share, by its settings. */
  readonly shared: Map<object, Guard>;
  /** [group] number of its class */
  readonly classOf: Int32Array;
  readonly priorities: Pick<Priorities, 'of'>;
  /** The number of the source that a request is of; a call is of the source at its top. */
  sourceOf(row: number): number;
  /** Requests in the service's central queue; and all that wait, those at instances too. */
  centralQueueLength(): number;
  waitingCount(): number;
  /** A breaker on failures opened. */
  opened(): void;
  /** Where somebody listens. */
  readonly news: StandingNews | undefined;
  /** Slots of the service's ready instances; Infinity where they are unlimited. */
  readySlotCount(): number;
}
