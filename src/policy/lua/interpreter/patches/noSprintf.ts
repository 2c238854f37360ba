import type { SourcePatch } from '../sourcePatch.js';

/** string.format is dryscale's own (`format/`): what fengari's is made of is not loaded. */
export const noSprintf: SourcePatch = {
  file: 'lstrlib.js',
  edits: [
    { find: "const { sprintf } = require('sprintf-js');\n", replace: '' },
    { find: '    "format":   str_format,\n', replace: '' },
  ],
};
