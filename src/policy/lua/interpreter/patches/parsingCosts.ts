import { owe } from '../owe.js';
import type { SourcePatch } from '../sourcePatch.js';

/** Reading a word of Lua and making instructions of it. */
const word = 40;

/** The parser runs for as long as the text it is given. */
export const parsingCosts: SourcePatch = {
  file: 'llex.js',
  edits: [{ find: 'const luaX_next = function(ls) {', replace: 'const luaX_next = function(ls) { owe(word);' }],
  names: { owe, word },
};
