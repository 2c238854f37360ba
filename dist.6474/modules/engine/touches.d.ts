import type { LoadedPolicy, Params, PolicyRunner } from '../policy/policy.js';
/** What a policy has touched of the world in one run: for `doctor`. */
export interface Touched {
    readonly isScript: boolean;
    readonly params: Params;
    /** Names in the order in which they were first read. */
    readonly metrics: readonly string[];
    /** `GET https://host/path`, without the query, and how often. */
    readonly requests: readonly {
        readonly request: string;
        readonly count: number;
    }[];
    /** Virtual times at which it was called, the first ones. */
    readonly wakeSeconds: readonly number[];
    readonly wakeCount: number;
}
/** Takes the notes. */
export declare class Touches {
    #private;
    started({ params }: LoadedPolicy): void;
    /** The policy was called; only then it is known whether a file that reads its host while it loads is a script. */
    woke(seconds: number, { isScript }: PolicyRunner): void;
    metric(name: string): void;
    request(method: string, url: string): void;
    get touched(): Touched;
}
