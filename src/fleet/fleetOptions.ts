import type { Calendar } from '../kernel/calendar.js';
import type { FleetLog, InstanceLife } from '../record/fleetLog.js';
import type { InstanceTable } from './instanceTable.js';
import type { ServiceNodes } from './nodes/serviceNodes.js';
import type { Serving } from './serving.js';

/** What the provider of instances answers a fleet. */
export interface Provider {
  /** One call to its API, seconds. */
  readonly latencySeconds: number;
  /** Whether one more instance of the service fits what it has now. */
  canLaunch(service: number): boolean;
}

/** What a fleet tells the gateway about its instances. */
export interface FleetListener {
  /** The instance takes requests from now on. */
  becameReady(instance: number): void;
  /** The instance is to take nothing new from now on. `isNoticed`: the control plane wants it so, and nothing just broke. */
  stoppedTaking(instance: number, isNoticed: boolean): void;
  /** The instance is gone now; requests are no longer inside. */
  stopped?(instance: number): void;
  /** Everything inside or queued at the instance must be aborted now. */
  abortAll(instance: number): void;
}

export interface FleetOptions {
  readonly service: number;
  readonly zoneCount: number;
  readonly drainSeconds: number;
  /** So long a draining instance goes on accepting; at most the drain. */
  readonly preStopSeconds: number;
  readonly initialCount: number;
  /** Requests start and stop instances (`OnDemand`); then the fleet replaces nothing by itself. */
  readonly isOnDemand: boolean;
  readonly table: InstanceTable;
  readonly serving: Serving;
  readonly calendar: Calendar;
  readonly log: FleetLog;
  readonly provider: Provider;
  /** Where instances need room on a node. */
  readonly nodes?: ServiceNodes | undefined;
  /** Told of every instance that has stopped. */
  readonly stopped?: ((life: InstanceLife) => void) | undefined;
  /** Keyed draw: the startup of the n-th launch, and that of its restarts in place, from 1; seconds. */
  startupSecondsOf(launchNumber: number, restart: number): number;
  /** How much of the n-th launch's startup passes before its process begins; none of any where left out. Seconds. */
  readonly placeSecondsOf?: ((launchNumber: number) => number) | undefined;
  /** Keyed draw: whether the n-th launch fails at the end of its startup, at this share of failures. */
  startupFails(launchNumber: number, ratio: number): boolean;
  nowSeconds(): number;
}
