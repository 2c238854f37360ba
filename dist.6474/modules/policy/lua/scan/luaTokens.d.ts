/** One token of a Lua file; comments are left out. */
export interface LuaToken {
    readonly kind: 'name' | 'keyword' | 'text' | 'number' | 'symbol' | 'end';
    /** Of a text its content. */
    readonly text: string;
    readonly line: number;
}
/** The tokens of a file, an `end` last; after what is no token comes nothing more, for the interpreter says what is wrong with it. */
export declare function luaTokens(code: string): LuaToken[];
