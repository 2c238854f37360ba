import { owe } from '../owe.js';
import type { SourcePatch } from '../sourcePatch.js';

/** A label takes each `goto` that waits for it off a list, and moves up all that stand behind it. */
export const gotoCosts: SourcePatch = {
  file: 'lparser.js',
  edits: [{ find: '/* remove goto from pending list */', replace: 'owe(gl.n - g);' }],
  names: { owe },
};
