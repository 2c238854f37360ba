import type { ApiBackend, ListedInstance, ScaleChange, ScaleOutcome } from './apiBackend.js';
/** How an API writes the identity of an instance. */
interface InstanceIds {
    write(service: string, launchNumber: number): string;
    read(id: string): {
        readonly service: string;
        readonly launchNumber: number;
    } | undefined;
}
/** As observations name them: `web-3`. */
export declare const plainIds: InstanceIds;
/** A request that was turned down. */
export interface Refusal {
    readonly by: 'rateLimit' | 'outage' | 'quota' | 'capacity';
    /** The status of a plain HTTP API. */
    readonly code: number;
    readonly why: string;
}
interface Change {
    readonly outcome: ScaleOutcome;
    /** Launch numbers of the instances that were granted. */
    readonly launches: readonly number[];
    readonly operation: string;
    readonly refusal: Refusal | undefined;
}
/** What one user of the API has done so far: the operations that its requests began. */
export declare class ApiSession {
    #private;
    readonly backend: ApiBackend;
    constructor(backend: ApiBackend);
    /** Date and time of an instant of the run. */
    timeText(seconds: number): string;
    get nowText(): string;
    /** Changes the count of a service, or takes one instance; an operation begins either way. */
    change(service: string, change: ScaleChange): Change;
    /** For a preset: what it has to know again of its own requests. */
    remember(key: string, value: unknown): void;
    recall(key: string): unknown;
    /** Whether the cloud has heard of an operation; undefined when there is no such operation. */
    isHeard(id: string): boolean | undefined;
    /** Whether the instances of an operation are ready, or gone; undefined when there is no such operation. */
    operationStatus(id: string): 'running' | 'done' | undefined;
    /** An instance that can still be removed: listed and not draining, or granted and not launched yet. */
    findRemovable(service: string, launchNumber: number): boolean;
    findInstance(service: string, launchNumber: number, agoSeconds: number): ListedInstance | undefined;
}
export declare const failed: Refusal;
/** Why a request that only reads is turned down. */
export declare function readRefusal({ backend }: ApiSession): Refusal | undefined;
export {};
