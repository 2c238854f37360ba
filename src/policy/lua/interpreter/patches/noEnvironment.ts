import type { SourcePatch } from '../sourcePatch.js';

/** fengari reads its configuration from an environment variable; a policy runs alike everywhere. */
export const noEnvironment: SourcePatch = {
  file: 'luaconf.js',
  edits: [{ find: 'const conf = (', replace: 'const conf = {} || (' }],
};
