import { type LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
import { type JsonSettings } from './jsonSettings.js';
/** Marks of arrays, by which the encoder knows them: registry references, and the light userdata `empty_array`. */
export interface ArrayMarks {
    readonly arrayMetatable: number;
    readonly emptyArrayMetatable: number;
    readonly emptyArray: object;
}
/** A Lua value as JSON, by the rules of lua_cjson.c; keys in the order of `pairs`. */
export declare class JsonEncoder {
    #private;
    constructor(run: LuaRun, L: LuaState, { settings, marks }: {
        settings: JsonSettings;
        marks: ArrayMarks;
    });
    /** The value on top of the stack. @throws JsonError */
    encode(): Uint8Array;
}
