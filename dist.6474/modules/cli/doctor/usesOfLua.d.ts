import type { LuaUses } from '../../policy/lua/scan/scanLua.js';
import type { Use } from './examination.js';
interface LuaFile {
    readonly fileName: string;
    readonly code: string;
}
/** What a Lua policy's text takes for given, and how that stands. @throws PolicyFault when the text does not parse */
export declare function usesOfLua(file: LuaFile, uses: LuaUses, env: Readonly<Record<string, string>>): Use[];
export {};
