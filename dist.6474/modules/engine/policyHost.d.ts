import { ApiDesk, type ApiSettings } from '../cloud/api/apiDesk.js';
import type { StoppedInstances } from '../cloud/api/stoppedInstances.js';
import type { Cloud } from '../cloud/cloud.js';
import type { ControllerPlace } from '../fleet/controllers.js';
import type { InstanceTable } from '../fleet/instanceTable.js';
import type { Calendar } from '../kernel/calendar.js';
import type { Observation } from '../policy/observation.js';
import { type ActionAnswer, type Decision, type PolicyHost } from '../policy/policy.js';
import type { IndexedStream } from '../random/keyedStream.js';
import type { PolicyLog } from '../record/policyLog.js';
import type { MetricFeed } from '../telemetry/feed.js';
import type { SeriesSource } from '../telemetry/promql/seriesSource.js';
import type { Telemetry } from '../telemetry/telemetry.js';
import type { ActionsTogether } from './actionsTogether.js';
import type { HostedService } from './hostedService.js';
import type { Touches } from './touches.js';
export interface ServicePolicyHostOptions {
    /** The policy's own service first. */
    readonly services: readonly HostedService[];
    readonly table: InstanceTable;
    readonly telemetry: Telemetry;
    /** By which the policy gets its metrics. */
    readonly feeds: readonly MetricFeed[];
    readonly cloud: Cloud;
    /** The scenario's HTTP APIs. */
    readonly api: ApiSettings;
    readonly stopped: StoppedInstances;
    readonly environment: string | undefined;
    nowSeconds(): number;
    /** Date and time of second 0, since 1970. */
    readonly startSeconds: number;
    /** What `os.getenv` sees. */
    readonly env: Readonly<Record<string, string>>;
    readonly place: ControllerPlace;
    readonly random: IndexedStream;
    /** Told of every action, where there are several controllers. */
    readonly together: ActionsTogether | undefined;
    readonly log: PolicyLog;
    /** Told what the policy touches. */
    readonly touches: Touches | undefined;
    readonly calendar: Calendar;
    /** How much the run may take. */
    readonly memoryBytes: number;
}
/** One policy's view of the world and its only hand in it. */
export declare class ServicePolicyHost implements PolicyHost {
    #private;
    readonly serviceNames: readonly string[];
    readonly apiLatencySeconds: number;
    readonly workerId: number;
    readonly workerCount: number;
    readonly sharedData: Map<string, unknown>;
    readonly api: ApiDesk;
    readonly random: IndexedStream;
    readonly series: SeriesSource;
    readonly noteFieldRead?: (name: string) => void;
    hasReadMetric: boolean;
    constructor(options: ServicePolicyHostOptions);
    get startSeconds(): number;
    get env(): Readonly<Record<string, string>>;
    nowSeconds(): number;
    noteMetricRead(name: string): void;
    noteRequest(method: string, url: string): void;
    log(text: string): void;
    act(decision: Decision, serviceName?: string): ActionAnswer;
    observe(serviceName?: string): Observation;
}
