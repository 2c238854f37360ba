import type { Limit } from '../limit.js';
/** What happens in a run beside its requests, as far as the scenario says: scrapes of metrics, and faults. */
export declare const events: Limit;
