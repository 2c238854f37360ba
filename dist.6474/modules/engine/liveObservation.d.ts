import type { InstanceCounts, InstanceObservation, LastAction, MetricValues, Observation } from '../policy/observation.js';
import { type PolicyHost } from '../policy/policy.js';
import type { MetricsView, Moment } from '../telemetry/metricsView.js';
import type { HostedService } from './hostedService.js';
import type { Member } from './memberList.js';
/** What the policy sees in all, and by each of its feeds. */
export interface Views {
    readonly whole: MetricsView;
    readonly byFeed: ReadonlyMap<string, MetricsView>;
}
interface LiveScene {
    readonly host: Pick<Required<PolicyHost>, 'nowSeconds' | 'noteMetricRead'>;
    readonly service: HostedService;
    readonly instances: InstanceCounts;
    readonly members: readonly Member[];
    readonly moment: Moment;
    readonly startSeconds: number;
    readonly environment: string | undefined;
    readonly lastAction: LastAction | undefined;
    readonly views: Views;
    readonly view: MetricsView;
}
/**
 * An observation of one instant; metrics, instances and history are built when read, and always as they were then, also
 * for a policy that keeps it. Whatever is done to it changes neither the simulation nor another observation.
 */
export declare class LiveObservation implements Observation {
    #private;
    readonly time: number;
    readonly epochSeconds: number;
    readonly service: string;
    readonly instances: InstanceCounts;
    readonly lastAction?: LastAction;
    readonly context: Observation['context'];
    readonly resources: Observation['resources'];
    readonly metricsFailed: boolean;
    constructor(scene: LiveScene);
    get metrics(): MetricValues;
    through(feedName: string): Observation;
    get perInstance(): InstanceObservation[];
    history(name: string, span: string): [number, number][];
}
export {};
