import { owe } from '../owe.js';
import type { SourcePatch } from '../sourcePatch.js';

/** The end of a block whose variables live on in a function makes every register above it anew. */
export const closingCosts: SourcePatch = {
  file: 'lfunc.js',
  edits: [
    {
      find: 'for (let i=level; i<L.top; i++) {',
      replace: 'owe((L.top - level) / 2); for (let i=level; i<L.top; i++) {',
    },
  ],
  names: { owe },
};
