import { add, remove, set } from './changes.js';
import { get, list, metric, nothing, operation } from './readings.js';
/** All that a route can do. */
export const actions = {
    set,
    add,
    remove,
    list,
    get,
    operation,
    metric,
    nothing,
};
