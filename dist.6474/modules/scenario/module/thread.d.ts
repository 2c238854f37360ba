import { type PlainData } from './plainData.js';
import { type Asked } from './sameEveryTime.js';
/** What the thread is asked, as `workerData.data`. */
export interface ModuleTask {
    readonly code: string;
    /** What stack traces call the module. */
    readonly frameName: string;
}
/** The text that the thread posts, as JSON. */
export interface ModuleAnswer {
    readonly error?: {
        readonly message: string;
        readonly stack: string;
    };
    /** Undefined without a default export. */
    readonly data?: PlainData | undefined;
    /** Of another evaluation, where it gives another scenario. */
    readonly otherJson?: string;
    readonly exportNames: readonly string[];
    readonly asked: readonly Asked[];
}
