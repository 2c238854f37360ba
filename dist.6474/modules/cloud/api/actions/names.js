/** What a request to a route may do; `index.ts` has who does it. */
export const actionNames = ['set', 'add', 'remove', 'list', 'get', 'operation', 'metric', 'nothing'];
