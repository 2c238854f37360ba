import { readRadix } from '../../integers/readInteger.js';
import type { SourcePatch } from '../sourcePatch.js';

/** fengari reads the beginning of a text that is no number in a base, and 32 bits of one that is. */
export const numberBases: SourcePatch = {
  file: 'lbaselib.js',
  edits: [
    {
      find: 'const b_str2int = function(s, base) {',
      replace: 'const b_str2int = readRadix;\nconst read32 = function(s, base) {',
    },
  ],
  names: { readRadix },
};
