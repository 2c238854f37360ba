/** A place where something stands that is no data, or more of it than the limits allow. */
export interface NotData {
    readonly path: readonly (string | number)[];
    /** `kind`: the name of what stands there. `fault`: a sentence without its subject. */
    readonly kind: 'kind' | 'fault' | 'limit';
    readonly what: string;
}
export interface PlainData {
    readonly json: string;
    readonly notData: readonly NotData[];
}
/** Values in all and levels of a scenario; those of people have some hundreds. */
export declare const dataLimits: {
    readonly valueCount: 100000;
    readonly depth: 64;
    readonly findingCount: 20;
    readonly textCharacters: 1000000;
};
/** Where something is no data, the text has `null`. */
export declare function plainData(value: unknown): PlainData;
/** The message of whatever was thrown, one that throws itself included. */
export declare function messageOf(thrown: unknown): string;
