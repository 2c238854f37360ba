import { owe } from '../owe.js';
import type { SourcePatch } from '../sourcePatch.js';

/** To name the function that got a wrong argument, all libraries and globals are searched, however many a policy has set. */
export const nameSearchCosts: SourcePatch = {
  file: 'lauxlib.js',
  edits: [
    { find: 'while (lua_next(L, -2)) {  /* for each pair in table */', replace: 'while (lua_next(L, -2)) { owe(8);' },
  ],
  names: { owe },
};
