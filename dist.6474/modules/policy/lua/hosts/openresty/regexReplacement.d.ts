import { type LuaState } from '../../fengariApi.js';
import type { Spans } from '../regex/compiledRegex.js';
import { type Search } from './regexCaptures.js';
/** The parts that stand for one match. */
type Replacement = (L: LuaState, search: Search, spans: Spans) => readonly Uint8Array[];
/** The replacement at `index` of the stack; undefined for a template that is none. */
export declare function replacementAt(L: LuaState, index: number): Replacement | undefined;
export {};
