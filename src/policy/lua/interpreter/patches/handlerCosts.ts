import { owe } from '../owe.js';
import type { SourcePatch } from '../sourcePatch.js';

/** Calling a handler for an error takes as long as this many instructions; one that fails itself is called 200 levels deep. */
const handlerCall = 500;

/** What `xpcall` costs beside the protected call: its handler runs on top of all that failed. */
export const handlerCosts: SourcePatch = {
  file: 'ldebug.js',
  edits: [
    {
      find: 'if (L.errfunc !== 0) {  /* is there an error handling function? */',
      replace: 'if (L.errfunc !== 0) { owe(handlerCall);',
    },
  ],
  names: { handlerCall, owe },
};
