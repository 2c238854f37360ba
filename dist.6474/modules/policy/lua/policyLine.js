/** A recursion is cut to this many calls: the line we look for is near the top. */
const levelLimit = 200;
/** fengari's CIST_LUA: a call of a function written in Lua. */
const isLua = 1 << 1;
/**
 * The line of the innermost call of thread `L` that is written in the policy's own file; 0 when none is.
 *
 * Read from the frames as they stand, for it is asked at every thousandth instruction.
 */
export function policyLineNumber(L) {
    const source = L.l_G.guard?.source;
    let call = L.ci;
    for (let level = 0; call !== null && level < levelLimit; level++, call = call.previous) {
        if ((call.callstatus & isLua) === 0)
            continue;
        // safe: the status says what kind of function it is.
        const { p } = call.func.value;
        if (p.source === source)
            return p.lineinfo[call.l_savedpc - 1] ?? 0;
    }
    return 0;
}
/** `file.lua:12` of that line; undefined when there is none. */
export function policyLine(L, fileName) {
    const line = policyLineNumber(L);
    return line > 0 ? `${fileName}:${line}` : undefined;
}
