import { type IndexedStream } from '../random/keyedStream.js';
/**
 * The random numbers of a policy on a service, in one of the service's controllers.
 *
 * The same for every candidate, so that policies are compared on the same luck.
 */
export declare function openPolicyStream(serviceName: string, controller: number, run?: {
    readonly seed: number;
    readonly replication: number;
}): IndexedStream;
/** What the host gives, at its begin; without a host always the same. */
export declare function policyStream(given: IndexedStream | undefined): IndexedStream;
