import type { InstanceTable } from './instanceTable.js';
import type { Serving } from './serving.js';
/** Lets `read` see an instance as of now and leaves it as it was: a touch more would round its sums another way. */
export declare function peek(serving: Serving, table: InstanceTable, instance: number, read: () => void): void;
