import type { ScenarioResult, Timeline } from '../../results/results.js';
/** One service's curves, and what must be known beside them. */
export interface ServiceCurves {
    readonly timeline: Timeline;
    readonly slo: ScenarioResult['slo'];
    /** vCPUs of an instance; undefined where the result does not say. */
    readonly vcpus: number | undefined;
}
/** The steps of the curves that one point stands for: from, up to but not with. */
interface Steps {
    readonly from: number;
    readonly to: number;
}
/** A series that monitoring of a cluster has, made of the curves of a result. */
export interface ClusterSeries {
    /** Of the query whose answer it is. */
    readonly name: string;
    /** Name of the metric; that of a recording rule (`level:metric:operation`) where it is worked out of another. */
    readonly metric: (interval: string) => string;
    /** Which label names the service. */
    readonly label: 'deployment' | 'workload' | 'ingress';
    /** The value at the end of the steps; undefined where there is none. Undefined where the curves do not hold the series. */
    of(curves: ServiceCurves): ((steps: Steps) => number | undefined) | undefined;
}
/**
 * The series in the words of those who write them: ingress-nginx (docs, "Prometheus metrics"), cAdvisor (docs, "Monitoring cAdvisor with Prometheus")
 * and kube-state-metrics (docs, "Deployment metrics").
 */
export declare const clusterSeries: readonly ClusterSeries[];
export {};
