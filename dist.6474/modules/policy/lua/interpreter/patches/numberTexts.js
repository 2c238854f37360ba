import { byteText } from '../../format/byteText.js';
import { numberText } from '../../format/numberText.js';
/** fengari shows floats by JavaScript's rules; `%.14g` has others from 1e15 on and below 1e-4. */
export const numberTexts = {
    file: 'lobject.js',
    edits: [
        {
            find: `    let buff;
    if (obj.ttisinteger())
        buff = to_luastring(lua_integer2str(obj.value));
    else {
        let str = lua_number2str(obj.value);
        if (!LUA_COMPAT_FLOATSTRING && /^[-0123456789]+$/.test(str)) {  /* looks like an int? */
            str += '.0'; /* adds '.0' to result: lua_getlocaledecpoint removed as optimisation */
        }
        buff = to_luastring(str);
    }
    obj.setsvalue(luaS_bless(L, buff));`,
            replace: 'obj.setsvalue(luaS_bless(L, bytes(obj.ttisinteger() ? String(obj.value) : numberText(obj.value))));',
        },
    ],
    names: { bytes: byteText.bytes, numberText },
};
