import { StoppedInstances } from '../cloud/api/stoppedInstances.js';
import { Cloud } from '../cloud/cloud.js';
import { Switch } from '../faults/fault.js';
import { Fleet } from '../fleet/fleet.js';
import { InstanceTable } from '../fleet/instanceTable.js';
import type { Serving } from '../fleet/serving.js';
import type { Gateway } from '../gateway/gateway.js';
import { Calendar } from '../kernel/calendar.js';
import { type Clock } from '../kernel/clock.js';
import type { Observation } from '../policy/observation.js';
import { DecisionLog } from '../record/decisionLog.js';
import type { FeatureCounts } from '../record/featureCounts.js';
import { FleetLog } from '../record/fleetLog.js';
import type { Scenario } from '../scenario/schema.js';
import type { StepCurve } from '../stats/stepCurve.js';
import type { MetricFeed } from '../telemetry/feed.js';
import type { MeteredService } from '../telemetry/readings.js';
import { Telemetry } from '../telemetry/telemetry.js';
import { RequestTable } from '../traffic/requestTable.js';
import { type AssembledLogs } from './assembleLogs.js';
import { Loop } from './loop.js';
import { type RecordedGrid } from './recorderLogs.js';
import type { RunInput } from './runInput.js';
import { RunStreams } from './runStreams.js';
import { type Traffic } from './traffic.js';
/** One service with everything that belongs to it in this run. */
export interface AssembledService {
    readonly name: string;
    readonly index: number;
    readonly settings: Scenario['services'][string];
    readonly fleet: Fleet;
    readonly fleetLog: FleetLog;
    readonly decisions: DecisionLog;
    readonly bounds: {
        readonly minCount: number;
        readonly maxCount: number;
    };
    readonly resources: Observation['resources'];
    readonly metered: Omit<MeteredService, 'centralQueueLength'>;
    /** What its features count, entered by each. */
    readonly featureCounts: FeatureCounts;
    /** Keyed draw: launch -> ready of the n-th launch, seconds. */
    startupSecondsOf(launchNumber: number): number;
}
/** A wired model, ready to run once. */
export interface Assembly extends AssembledLogs {
    readonly input: RunInput;
    readonly loop: Loop;
    readonly clock: Clock;
    readonly calendar: Calendar;
    readonly table: InstanceTable;
    readonly requests: RequestTable;
    readonly gateway: Gateway;
    readonly serving: Serving;
    readonly services: readonly AssembledService[];
    readonly traffic: Traffic;
    readonly telemetry: Telemetry;
    readonly cloud: Cloud;
    readonly stopped: StoppedInstances;
    readonly streams: RunStreams;
    readonly outages: {
        readonly metrics: Switch;
        readonly scrapes: Switch;
        readonly api: Switch;
    };
    /** Where a recorder was asked for: [grid]. */
    readonly recording: readonly RecordedGrid[] | undefined;
    nowSeconds(): number;
    /** Instances that a service needs over the whole run; undefined where its curve is not known in advance. */
    neededSteps(service: number): StepCurve | undefined;
}
/** Seconds a startup of a service takes on average. */
export declare function startupMeanSeconds(settings: Scenario['services'][string]): number;
/**
 * Wires the model of one run from its scenario; the one place that names every part.
 *
 * @param feeds by which the policies of this run get their metrics
 */
export declare function assemble(input: RunInput, feeds: readonly MetricFeed[]): Assembly;
