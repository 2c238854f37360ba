import type { Journal } from '../record/journal.js';
import { type RequestTable } from '../traffic/requestTable.js';
import type { RequestTracer } from './requestTracer.js';
interface UnfinishedParts {
    readonly requests: RequestTable;
    readonly journal: Journal;
    readonly tracer?: RequestTracer | undefined;
}
/** Writes down every request, and every try, that is inside when the run ends. */
export declare function logUnfinished({ requests, journal, tracer }: UnfinishedParts): void;
export {};
