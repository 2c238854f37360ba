import type { RefusedNames } from '../refusedApi.js';
/** Functions of `core` that need HAProxy's configuration, its traffic or its addresses. */
export declare const refusedFunctions: RefusedNames;
