import { type ApiAction } from './action.js';
export declare const set: ApiAction;
export declare const add: ApiAction;
export declare const remove: ApiAction;
