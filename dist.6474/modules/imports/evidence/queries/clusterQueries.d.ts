import type { SeriesRole } from '../../../results/seriesRoles.js';
/** Whose series are asked for. */
export interface QueryTarget {
    readonly namespace: string;
    readonly workload: string;
    /** `Deployment`, `StatefulSet`. */
    readonly kind: string;
    /** The HPA's name; undefined where it is not known. */
    readonly hpa: string | undefined;
}
/** One query, called by the role that its answer has. */
export interface ClusterQuery {
    readonly role: SeriesRole;
    readonly purpose: string;
    readonly query: string;
}
/**
 * What a scenario is derived from, as PromQL: at most nine queries, for one workload.
 *
 * Where several exporters may tell the same, the first that answers counts (`or on ()`), and the label `metric` says which it was.
 *
 * @param windowSeconds of the rates
 */
export declare function clusterQueries(target: QueryTarget, windowSeconds: number): ClusterQuery[];
