/** Where an instance is in its life; `free` marks a row without an instance. */
export declare const phase: {
    readonly free: 0;
    readonly starting: 1;
    readonly ready: 2;
    readonly draining: 3;
};
/**
 * The instances of all services, one column per attribute, addressed by instance row.
 *
 * Who writes: Fleet the life cycle, Serving what is inside and the work columns, Gateway the rest of the
 * requests' columns, Rotation the standing.
 * A row is used anew once its instance has stopped; `launchNumber` (per service, from 0) tells them apart.
 */
export declare class InstanceTable {
    #private;
    phase: Uint8Array<ArrayBuffer>;
    /** Unique over the run, so that a row's uses can be told apart. */
    serial: Int32Array<ArrayBuffer>;
    /** Index of the service in the scenario. */
    service: Int32Array<ArrayBuffer>;
    /** From 0; shown from 1. */
    zone: Int32Array<ArrayBuffer>;
    launchNumber: Int32Array<ArrayBuffer>;
    /** Bits of the rotation: what speaks for and against picking it. */
    standing: Uint8Array<ArrayBuffer>;
    launchedSeconds: Float64Array<ArrayBuffer>;
    /** NaN until ready. */
    readySeconds: Float64Array<ArrayBuffer>;
    /** When it began to drain; NaN until then. */
    drainSeconds: Float64Array<ArrayBuffer>;
    /** Length of this instance's own startup, seconds. */
    startupSeconds: Float64Array<ArrayBuffer>;
    /** Requests in a slot, from begin of cpu to end of io. */
    inside: Int32Array<ArrayBuffer>;
    /** Requests waiting in the instance's own queue. */
    queued: Int32Array<ArrayBuffer>;
    /** Requests in their cpu phase. */
    running: Int32Array<ArrayBuffer>;
    /** Memory of the requests inside. */
    memoryBytes: Float64Array<ArrayBuffer>;
    /** Virtual service time of processor sharing: cpu seconds each running request has received since the last idle. */
    virtualSeconds: Float64Array<ArrayBuffer>;
    /** When the columns below were last brought up to date. */
    touchedSeconds: Float64Array<ArrayBuffer>;
    /** Integral of min(running, vcpus). */
    busyVcpuSeconds: Float64Array<ArrayBuffer>;
    /** Integral of the vCPUs that burn beside requests (`baseCpu`, `startupCpu`), and the part of it before ready. */
    backgroundVcpuSeconds: Float64Array<ArrayBuffer>;
    startupVcpuSeconds: Float64Array<ArrayBuffer>;
    /** vCPUs that its startup burns now. */
    burstVcpus: Float64Array<ArrayBuffer>;
    /** Integral of the requests inside. */
    slotSeconds: Float64Array<ArrayBuffer>;
    /** Time with at least one request inside. */
    servingSeconds: Float64Array<ArrayBuffer>;
    /** Multiplies the cpu and io of phases that begin now; 1 unless a fault slows the instance. */
    slowFactor: Float64Array<ArrayBuffer>;
    /** Share of its answers that a fault makes errors, beside the requests' own errors. */
    errorRatio: Float64Array<ArrayBuffer>;
    /** When the present pause began; NaN while not paused. */
    pausedSinceSeconds: Float64Array<ArrayBuffer>;
    /** Length of the pauses that are over. */
    pausedSeconds: Float64Array<ArrayBuffer>;
    /** Requests that took a slot of the instance. */
    begun: Float64Array<ArrayBuffer>;
    /** Requests answered by the instance. */
    answered: Float64Array<ArrayBuffer>;
    /** Request and response bytes of the answered. */
    networkBytes: Float64Array<ArrayBuffer>;
    /** What `Serving.touch` brings to now. */
    get integrals(): readonly Float64Array[];
    /** One more than the highest row ever used. */
    get rowCount(): number;
    /** A clean row, with the instance in phase starting. */
    allocate(service: number, nowSeconds: number): number;
    release(row: number): void;
}
