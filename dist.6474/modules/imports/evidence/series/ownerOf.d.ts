/** The name of the workload that a pod's name was made from; the pod's own where it was not. */
export declare function workloadOfPod(pod: string): string;
interface Owner {
    /** `namespace/workload`; empty where labels do not tell. */
    readonly owner: string;
    /** It is a workload of Kubernetes, not a service, an ingress or a job of scraping. */
    readonly isWorkload: boolean;
}
/** Whose a series is. @param telling labels that tell it, by the metric, the most telling first; any that name a workload where there is none */
export declare function ownerOf(labels: Readonly<Record<string, string>>, telling: readonly string[]): Owner;
export {};
