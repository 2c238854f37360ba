export function defaultSettings() {
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
export class JsonError extends Error {
}
