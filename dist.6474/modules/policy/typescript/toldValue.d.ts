import type { Primitive, ReturnedPicture, Told } from './inside/pictures.js';
/** What a realm told, as a value for `readDecision`, `mergeParams` and messages. */
export declare function toldValue(told: Told): unknown;
/** The fields of a map that a realm told. */
export declare function toldFields(fields: Readonly<Record<string, Told>>): Record<string, unknown>;
/** What `decide` returned, with plain fields. */
export declare function toldDecision(value: Primitive | ReturnedPicture): unknown;
