/** A request of the driver: its name, and its arguments as plain values. */
export type DriverRequest = readonly [name: string, values: readonly unknown[]];
/** How a program of ours is started apart: nothing of this process's environment reaches it. */
interface ProcessStart {
    readonly file: string;
    readonly arguments: readonly string[];
    readonly environment: Readonly<Record<string, string>>;
}
/** The end of the interpreter instead of a request: why, as a sentence goes on after "the interpreter". */
export declare class SessionEnd extends Error {
    readonly name = "SessionEnd";
}
/** An interpreter at work: requests come, answers go, in turns. */
export declare class Session {
    #private;
    constructor({ file, arguments: list, environment }: ProcessStart);
    /** Hands over a table constructor. */
    answer(literal: string): void;
    /** The next request. @throws SessionEnd */
    next(): Promise<DriverRequest>;
    close(): void;
}
export {};
