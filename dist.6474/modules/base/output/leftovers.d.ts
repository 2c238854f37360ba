/** What its process has not touched for so long, and whose process is gone, belongs to nobody. */
export declare const staleMs = 600000;
/** Whether there is no such process on this machine. */
export declare function hasEnded(pid: number): boolean;
