import type { SetReader } from './documentSet.js';
/**
 * A count in the workload that an autoscaler scales: applying the file sets it, whatever the autoscaler has made of it.
 *
 * An object that a server has given (it has a uid) shows the present count, and nobody applies it.
 * Source: the Kubernetes documentation, "Migrating Deployments and StatefulSets to horizontal autoscaling".
 */
export declare const replicasBeside: SetReader;
