import { type Allowance } from '../engine/limits/allowance.js';
/** Options that raise what a command may take. */
export declare const limitRules: {
    readonly 'max-requests': {
        readonly type: 'integer';
        readonly value: 'N';
        readonly range: readonly [1, number];
        readonly describe: `Refuse a scenario with more expected arrivals per replication (${number})`;
    };
    readonly 'max-events': {
        readonly type: 'integer';
        readonly value: 'N';
        readonly range: readonly [1, number];
        readonly describe: `Refuse a run with more scrapes, decisions or faults (${number})`;
    };
    readonly 'max-memory': {
        readonly type: 'text';
        readonly value: 'SIZE';
        readonly describe: `Refuse a run, or results, that need more memory (${string})`;
    };
    readonly 'max-disk': {
        readonly type: 'text';
        readonly value: 'SIZE';
        readonly describe: `Refuse a larger file of --events (${string})`;
    };
};
/** Of every command that runs scenarios. */
export declare const limitOptions: readonly ['max-requests', 'max-events', 'max-memory'];
interface Given {
    readonly requestCount: number | undefined;
    readonly eventCount: number | undefined;
    /** Sizes, as text. */
    readonly memory: string | undefined;
    readonly disk: string | undefined;
}
/** What was given, the rest by default. @throws ProblemError with exit code 2 for what is no size */
export declare function allowanceOf(given: Given): Allowance;
export {};
