import type { ApiAction } from './action.js';
import type { ActionName } from './names.js';
/** All that a route can do. */
export declare const actions: Readonly<Record<ActionName, ApiAction>>;
