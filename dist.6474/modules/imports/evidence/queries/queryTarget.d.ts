import type { Evidence } from '../evidence.js';
import type { QueryTarget } from './clusterQueries.js';
/** Workloads of the manifests, each with the autoscaler that scales it; those that something scales first. */
export declare function queryTargets(evidence: readonly Evidence[]): QueryTarget[];
