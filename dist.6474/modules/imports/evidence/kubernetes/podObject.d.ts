/** What the API server says of one pod, as far as its start goes; instants in seconds since 1970. */
export interface PodObject {
    readonly name: string;
    readonly namespace: string;
    /** Its Deployment, StatefulSet or the like; null for a pod that nothing owns. */
    readonly workload: string | null;
    readonly phase: string;
    readonly createdUnixSeconds: number;
    /** When each condition became true; of one that is not true, nothing. */
    readonly conditions: Readonly<Record<string, number>>;
    /** When the last of its containers started; null where one has not, or is not running. */
    readonly startedUnixSeconds: number | null;
    readonly restartCount: number;
}
/** What happened to one pod, by `kubectl get events`. */
export interface PodEvent {
    readonly namespace: string;
    readonly pod: string;
    /** `Scheduled`, `Pulled`, `Started`. Source: kubernetes, pkg/kubelet/events/event.go. */
    readonly reason: string;
    readonly unixSeconds: number;
}
/** A pod of a parsed document; undefined where it has no time of creation, as in a manifest. */
export declare function podObjectOf(value: unknown): PodObject | undefined;
/** An event about a pod; undefined for one about anything else. It has its time in one of three places, as its API has changed. */
export declare function podEventOf(value: unknown): PodEvent | undefined;
