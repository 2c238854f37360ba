import type { SourceDocument } from '../base/document.js';
import { type Problem } from '../base/problem.js';
/** What a Deployment, StatefulSet, Pod or PodTemplate says of one of its pods. */
export interface Workload {
    readonly kind: string;
    readonly name: string;
    /** vCPUs; undefined as soon as one container says none. So are the three after it. */
    readonly cpuRequest: number | undefined;
    readonly cpuLimit: number | undefined;
    readonly memoryRequestBytes: number | undefined;
    readonly memoryLimitBytes: number | undefined;
    readonly containerCount: number;
    readonly graceSeconds: number;
    /** The earliest that a pod can be ready after its containers have started; undefined without a readiness probe. */
    readonly readinessSeconds: number | undefined;
    /** What of it has no place in a scenario. */
    readonly notes: readonly Problem[];
    /** Where a path of its pod stands. */
    placeOf(path: readonly PropertyKey[]): Problem['where'];
}
/**
 * Every workload of a file; its other documents are passed over.
 *
 * @throws ProblemError when the file cannot be parsed, or a workload in it is wrong
 */
export declare function readWorkloads(text: string, file: string): Workload[];
/** Whether a document says what the pods of a workload are. */
export declare function isWorkload({ value }: SourceDocument): boolean;
/** One workload, or of its containers one alone. @returns it, or what is wrong with it */
export declare function readWorkload(source: SourceDocument, container?: string): Workload | Problem[];
