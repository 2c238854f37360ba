import type { RefusedNames } from '../refusedApi.js';
/** Parts of apisix.core that make no sense without requests, files and etcd. */
export declare const refusedFields: RefusedNames;
export declare const refusedModules: RefusedNames;
