/** What a request to a route may do; `index.ts` has who does it. */
export declare const actionNames: readonly ['set', 'add', 'remove', 'list', 'get', 'operation', 'metric', 'nothing'];
export type ActionName = (typeof actionNames)[number];
