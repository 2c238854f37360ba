import { type LuaState } from '../fengariApi.js';
import type { Conversion } from './parseFormat.js';
/** The text of an argument, a character a byte. Raises Lua's error for a value it cannot show. */
type Convert = (L: LuaState, argument: number, conversion: Conversion) => string;
/** By its small letter: every conversion of string.format. */
export declare const conversions: Readonly<Record<string, Convert>>;
export {};
