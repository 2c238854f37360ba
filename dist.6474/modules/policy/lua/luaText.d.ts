/** Between the strings of JavaScript and of Lua, which are bytes in UTF-8. */
export declare const luaText: {
    bytes: (text: string) => Uint8Array;
    /** Bytes that are no UTF-8 become U+FFFD. */
    read: (bytes: Uint8Array) => string;
    /** For names that are used again and again, such as field names; never for what a policy makes. */
    key(name: string): Uint8Array;
};
