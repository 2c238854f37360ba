/** `instances.work[(instance << 3) | work.x]`: what its serving needs of an instance at every event, in one cache line. */

/** When the rest was last brought up to date. */
export const touchedSeconds = 0;
/** Virtual service time of processor sharing: cpu seconds each running request has received since the last idle. */
export const virtualSeconds = 1;
/** How fast that goes now, and the vCPUs that requests use now; 0 while none runs or the instance is paused. */
export const speed = 2;
export const busyVcpus = 3;
/** Integral of `busyVcpus`. */
export const busyVcpuSeconds = 4;
/** Integral of the requests inside. */
export const slotSeconds = 5;
/** Time with at least one request inside. */
export const servingSeconds = 6;
/** Multiplies the cpu and io of phases that begin now; 1 unless a fault slows the instance. */
export const slowFactor = 7;
