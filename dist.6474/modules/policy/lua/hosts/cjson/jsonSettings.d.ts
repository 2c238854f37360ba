/** What a cjson module can be told to do, with the defaults of OpenResty's fork: lua_cjson.c. */
export interface JsonSettings {
    emptyTableAsObject: boolean;
    arraysWithMetatable: boolean;
    sparseConvert: boolean;
    /** 0: no array is too sparse. */
    sparseRatio: number;
    sparseSafeCount: number;
    encodeDepthLimit: number;
    decodeDepthLimit: number;
    numberPrecision: number;
    encodeInvalid: boolean | 'null';
    decodeInvalid: boolean;
    keepsBuffer: boolean;
    escapesSlash: boolean;
    skipsUnsupported: boolean;
    allowsComments: boolean;
}
export declare function defaultSettings(): JsonSettings;
/** What encode and decode raise; `cjson.safe` returns it. */
export declare class JsonError extends Error {
}
