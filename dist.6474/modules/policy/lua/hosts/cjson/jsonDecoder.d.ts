import { type LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
import { type JsonSettings } from './jsonSettings.js';
/** JSON as Lua values, by the rules and with the messages of lua_cjson.c; a text is a character a byte. */
export declare class JsonDecoder {
    #private;
    constructor(run: LuaRun, L: LuaState, { settings, arrayMetatable, json }: {
        settings: JsonSettings;
        arrayMetatable: number;
        json: Uint8Array;
    });
    /** Pushes the value. @throws JsonError */
    decode(): void;
}
