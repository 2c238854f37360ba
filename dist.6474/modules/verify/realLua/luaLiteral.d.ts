/** Texts of Lua that every version reads as the same value: the way values go to an interpreter. */
export declare const luaLiteral: {
    readonly text: (text: string) => string;
    /** A float, also where it has no fraction. JavaScript writes as many digits as lead back to the same double. */
    readonly float: (value: number) => string;
    /** An integer where a double is exact, as our own interpreter gets it. */
    readonly count: (value: number) => string;
    readonly scalar: (value: number | string | boolean) => string;
    /** Fields that are undefined are left out. */
    readonly table: (fields: Readonly<Record<string, string | undefined>>) => string;
    readonly list: (literals: readonly string[]) => string;
};
