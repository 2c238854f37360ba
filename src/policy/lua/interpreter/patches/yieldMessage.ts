import type { SourcePatch } from '../sourcePatch.js';

/** The sentence of real Lua, which is what people find when they look for it. */
export const yieldMessage: SourcePatch = {
  file: 'ldo.js',
  edits: [{ find: 'attempt to yield across a JS-call boundary', replace: 'attempt to yield across a C-call boundary' }],
};
