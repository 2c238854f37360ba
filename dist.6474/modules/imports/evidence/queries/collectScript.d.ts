import type { ClusterQuery } from './clusterQueries.js';
interface Collection {
    readonly queries: readonly ClusterQuery[];
    /** `http://prometheus:9090` */
    readonly url: string;
    readonly rangeSeconds: number;
    readonly stepSeconds: number;
    /** Lines of the comment that it begins with. */
    readonly notes: readonly string[];
}
/**
 * A script for sh that asks Prometheus each query, with what it is for, and writes all answers to one file, bundle.json.
 *
 * Its arguments go to curl: a header, a certificate. An answer that is an error stays in the file and is named when it is read;
 * a server that cannot be reached leaves no file.
 */
export declare function collectScript({ queries, url, rangeSeconds, stepSeconds, notes }: Collection): string;
export {};
