/** What the controller knows of one pod of the scale target. */
export interface Pod {
    readonly name: string;
    readonly phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed';
    /** A deletion timestamp is set: it ends as soon as it has drained. */
    readonly isDeleting: boolean;
    /** The Ready condition; undefined when the pod has none yet. */
    readonly isReady: boolean | undefined;
    /** When the Ready condition last changed. */
    readonly readyTransitionSeconds: number | undefined;
    readonly startSeconds: number | undefined;
    /** Per container, in thousandths: of a core, or of a byte. A container without a request is left out. */
    readonly requestMilli: Readonly<Record<string, bigint>>;
}
/** One pod's value of one metric, in thousandths, as a rate over `windowSeconds` that ended at `timestampSeconds`. */
export interface PodMetric {
    readonly valueMilli: bigint;
    readonly timestampSeconds: number;
    readonly windowSeconds: number;
}
/** By pod name. A pod that is not in it has no metric. */
export type PodMetrics = ReadonlyMap<string, PodMetric>;
/** The resources of a pod that the metrics API serves. */
export type ResourceName = 'cpu' | 'memory';
