/** Waits of one page that took any time, in the order of their ends. */
export declare class WaitBlock {
    count: number;
    readonly services: Int32Array<ArrayBuffer>;
    readonly fromSeconds: Float64Array<ArrayBuffer>;
    readonly toSeconds: Float64Array<ArrayBuffer>;
    get isFull(): boolean;
    add(service: number, fromSeconds: number, toSeconds: number): void;
    clear(): void;
}
