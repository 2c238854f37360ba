import { owe } from '../owe.js';
import type { SourcePatch } from '../sourcePatch.js';

/** `error(message, level)` walks as many calls as it is told. */
export const levelCosts: SourcePatch = {
  file: 'ldebug.js',
  edits: [
    {
      find: 'for (ci = L.ci; level > 0 && ci !== L.base_ci; ci = ci.previous)\n        level--;',
      replace:
        'let asked = level; for (ci = L.ci; level > 0 && ci !== L.base_ci; ci = ci.previous)\n        level--; owe((asked - level) / 8);',
    },
  ],
  names: { owe },
};
