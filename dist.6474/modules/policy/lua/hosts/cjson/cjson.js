import { fengari } from '../../fengariApi.js';
import { pushLibrary, raise } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { pushCount, pushValue, setField } from '../../luaValue.js';
import { pushNull } from '../nullValue.js';
import { refusedFunction } from '../refusedApi.js';
import { JsonDecoder } from './jsonDecoder.js';
import { JsonEncoder } from './jsonEncoder.js';
import { defaultSettings, JsonError } from './jsonSettings.js';
const { lua, lauxlib } = fengari;
/** C's address of its own variable; all modules of one policy share it. */
const emptyArray = { emptyArray: true };
const marksOf = new WeakMap();
/** Pushes `cjson` (OpenResty's fork): https://github.com/openresty/lua-cjson, lua_cjson.c. */
export function pushCjson(L, run) {
    pushModule(L, run, false);
}
/** Pushes `cjson.safe`, which returns nil and the message of an error. */
export function pushCjsonSafe(L, run) {
    pushModule(L, run, true);
}
function pushModule(L, run, isSafe) {
    const settings = defaultSettings();
    const marks = findMarks(L, run);
    const guarded = (work) => {
        return (thread) => {
            if (lua.lua_gettop(thread) !== 1)
                return lauxlib.luaL_argerror(thread, 1, luaText.key('expected 1 argument'));
            try {
                return work(thread);
            }
            catch (thrown) {
                if (!(thrown instanceof JsonError))
                    throw thrown;
                if (!isSafe)
                    return raise(thread, thrown.message);
                lua.lua_pushnil(thread);
                lua.lua_pushstring(thread, luaText.bytes(thrown.message));
                return 2;
            }
        };
    };
    pushLibrary(L, {
        encode: guarded((thread) => {
            const bytes = new JsonEncoder(run, thread, { settings, marks }).encode();
            lua.lua_pushlstring(thread, bytes, bytes.length);
            return 1;
        }),
        decode: guarded((thread) => {
            const json = lauxlib.luaL_checkstring(thread, 1);
            new JsonDecoder(run, thread, { settings, arrayMetatable: marks.arrayMetatable, json }).decode();
            return 1;
        }),
        new: (thread) => {
            pushModule(thread, run, isSafe);
            return 1;
        },
        ...settingFunctions(settings),
        encode_indent: refusedFunction('cjson.encode_indent', 'nobody reads the JSON that is sent. Leave it out'),
    });
    setField(L, 'null', () => pushNull(L));
    setField(L, 'empty_array', () => lua.lua_pushlightuserdata(L, emptyArray));
    setField(L, 'array_mt', () => lua.lua_rawgeti(L, lua.LUA_REGISTRYINDEX, marks.arrayMetatable));
    setField(L, 'empty_array_mt', () => lua.lua_rawgeti(L, lua.LUA_REGISTRYINDEX, marks.emptyArrayMetatable));
    setField(L, '_NAME', () => pushValue(L, isSafe ? 'cjson.safe' : 'cjson'));
    setField(L, '_VERSION', () => pushValue(L, '2.1.0.14'));
}
function findMarks(L, run) {
    let marks = marksOf.get(run);
    if (marks === undefined) {
        const metatable = () => {
            lua.lua_createtable(L, 0, 0);
            return lauxlib.luaL_ref(L, lua.LUA_REGISTRYINDEX);
        };
        marks = { arrayMetatable: metatable(), emptyArrayMetatable: metatable(), emptyArray };
        marksOf.set(run, marks);
    }
    return marks;
}
/** Each sets what it is given and returns what holds. */
function settingFunctions(settings) {
    const flag = (name) => {
        return (L) => {
            if (!lua.lua_isnoneornil(L, 1))
                settings[name] = flagAt(L);
            lua.lua_pushboolean(L, settings[name]);
            return 1;
        };
    };
    const count = (name, limit) => {
        return (L) => {
            if (!lua.lua_isnoneornil(L, 1))
                settings[name] = countAt(L, 1, { least: 1, limit });
            pushCount(L, settings[name]);
            return 1;
        };
    };
    const most = 2 ** 31 - 1;
    return {
        encode_empty_table_as_object: flag('emptyTableAsObject'),
        decode_array_with_array_mt: flag('arraysWithMetatable'),
        encode_keep_buffer: flag('keepsBuffer'),
        encode_escape_forward_slash: flag('escapesSlash'),
        encode_skip_unsupported_value_types: flag('skipsUnsupported'),
        decode_invalid_numbers: flag('decodeInvalid'),
        decode_allow_comment: flag('allowsComments'),
        encode_max_depth: count('encodeDepthLimit', most),
        decode_max_depth: count('decodeDepthLimit', most),
        encode_number_precision: count('numberPrecision', 16),
        encode_invalid_numbers(L) {
            const isNullText = lua.lua_type(L, 1) === lua.LUA_TSTRING && luaText.read(lauxlib.luaL_checkstring(L, 1)) === 'null';
            if (!lua.lua_isnoneornil(L, 1))
                settings.encodeInvalid = isNullText ? 'null' : flagAt(L);
            pushValue(L, settings.encodeInvalid);
            return 1;
        },
        encode_sparse_array(L) {
            if (!lua.lua_isnoneornil(L, 1))
                settings.sparseConvert = flagAt(L);
            if (!lua.lua_isnoneornil(L, 2))
                settings.sparseRatio = countAt(L, 2, { least: 0, limit: most });
            if (!lua.lua_isnoneornil(L, 3))
                settings.sparseSafeCount = countAt(L, 3, { least: 0, limit: most });
            lua.lua_pushboolean(L, settings.sparseConvert);
            pushCount(L, settings.sparseRatio);
            pushCount(L, settings.sparseSafeCount);
            return 3;
        },
    };
}
/** true or false, or the older "on" and "off". */
function flagAt(L) {
    if (lua.lua_type(L, 1) === lua.LUA_TBOOLEAN)
        return lua.lua_toboolean(L, 1);
    const text = luaText.read(lauxlib.luaL_checkstring(L, 1));
    if (text === 'on' || text === 'off')
        return text === 'on';
    return lauxlib.luaL_argerror(L, 1, luaText.bytes(`invalid option '${text.slice(0, 100)}'`));
}
function countAt(L, index, { least, limit }) {
    const value = lauxlib.luaL_checkinteger(L, index);
    if (value >= least && value <= limit)
        return value;
    return lauxlib.luaL_argerror(L, index, luaText.key(`expected integer between ${least} and ${limit}`));
}
