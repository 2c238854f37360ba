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

export function defaultSettings(): JsonSettings {
  return {
    emptyTableAsObject: true,
    arraysWithMetatable: false,
    sparseConvert: false,
    sparseRatio: 2,
    sparseSafeCount: 10,
    encodeDepthLimit: 1_000,
    decodeDepthLimit: 1_000,
    numberPrecision: 14,
    encodeInvalid: false,
    decodeInvalid: true,
    keepsBuffer: true,
    escapesSlash: true,
    skipsUnsupported: false,
    allowsComments: false,
  };
}

/** What encode and decode raise; `cjson.safe` returns it. */
export class JsonError extends Error {}
