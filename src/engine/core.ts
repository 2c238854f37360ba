import type { StoppedInstances } from '../cloud/api/stoppedInstances.js';
import type { Switch } from '../faults/fault.js';
import type { InstanceTable } from '../fleet/instanceTable.js';
import type { Serving } from '../fleet/serving.js';
import type { ConsumerLimits } from '../gateway/ai/consumers/consumerLimits.js';
import type { Guard } from '../gateway/guards/guard.js';
import type { Calendar } from '../kernel/calendar.js';
import type { RunClock } from '../kernel/clock.js';
import type { EventHeap } from '../kernel/eventHeap.js';
import type { PrefixCounts } from '../record/prefixCounts.js';
import type { Priorities } from '../traffic/priorities.js';
import type { RequestTable } from '../traffic/requestTable.js';
import type { RunInput } from './runInput.js';
import type { RunStreams } from './runStreams.js';

/** The parts that all others are wired to. */
export interface Core {
  readonly stopped: StoppedInstances;
  readonly input: RunInput;
  readonly streams: RunStreams;
  readonly clock: RunClock;
  readonly calendar: Calendar;
  readonly heap: EventHeap;
  readonly table: InstanceTable;
  readonly requests: RequestTable;
  readonly serving: Serving;
  /** [service] where prompts share beginnings */
  readonly prefixCounts: readonly (PrefixCounts | undefined)[];
  /** Guards that several services share, by their settings. */
  readonly sharedGuards: Map<object, Guard>;
  readonly priorities: Priorities;
  /** Where a consumer has a limit. */
  readonly consumerLimits: ConsumerLimits | undefined;
  readonly outages: { readonly metrics: Switch; readonly scrapes: Switch; readonly api: Switch };
  nowSeconds(): number;
}
