import type { SourcePatch } from '../sourcePatch.js';

/**
 * Lua shows the last 60 characters of a longer file name, after "...": an error then stands at no file anybody can find,
 * and dryscale, which looks for its own file's name, would put the place before it a second time.
 */
export const fileNames: SourcePatch = {
  file: 'lobject.js',
  edits: [{ find: 'if (l <= bufflen) {  /* small enough? */', replace: 'if (true) {' }],
};
