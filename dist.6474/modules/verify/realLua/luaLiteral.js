/** Texts of Lua that every version reads as the same value: the way values go to an interpreter. */
export const luaLiteral = {
    text: (text) => {
        const bytes = Buffer.from(text, 'utf8').toString('latin1');
        // Three digits always, so that a digit that follows is not read as a part of the escape.
        const escaped = bytes.replace(/[^ !#-[\]-~]/g, (byte) => `\\${byte.charCodeAt(0).toString().padStart(3, '0')}`);
        return `"${escaped}"`;
    },
    /** A float, also where it has no fraction. JavaScript writes as many digits as lead back to the same double. */
    float: (value) => {
        if (Number.isNaN(value))
            return '(0/0)';
        if (!Number.isFinite(value))
            return value > 0 ? '(1/0)' : '(-1/0)';
        if (Object.is(value, -0))
            return '-0.0';
        const text = String(value);
        return /[.e]/.test(text) ? text : `${text}.0`;
    },
    /** An integer where a double is exact, as our own interpreter gets it. */
    count: (value) => (Number.isSafeInteger(value) ? String(value + 0) : luaLiteral.float(value)),
    scalar: (value) => {
        if (typeof value === 'string')
            return luaLiteral.text(value);
        return typeof value === 'boolean' ? String(value) : luaLiteral.float(value);
    },
    /** Fields that are undefined are left out. */
    table: (fields) => {
        const parts = Object.entries(fields).flatMap(([name, literal]) => literal === undefined ? [] : [`[${luaLiteral.text(name)}]=${literal}`]);
        return `{${parts.join(',')}}`;
    },
    list: (literals) => `{${literals.join(',')}}`,
};
