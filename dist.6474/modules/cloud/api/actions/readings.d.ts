import { type ApiAction } from './action.js';
export declare const list: ApiAction;
export declare const get: ApiAction;
export declare const operation: ApiAction;
/** A metric comes from the metrics server: the cloud's own failures are not its. */
export declare const metric: ApiAction;
export declare const nothing: ApiAction;
