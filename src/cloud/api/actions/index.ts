import type { ApiAction } from './action.js';
import { add, remove, set } from './changes.js';
import type { ActionName } from './names.js';
import { get, list, metric, nothing, operation } from './readings.js';

/** All that a route can do. */
export const actions: Readonly<Record<ActionName, ApiAction>> = {
  set,
  add,
  remove,
  list,
  get,
  operation,
  metric,
  nothing,
};
