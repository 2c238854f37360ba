import type { SourceDocument } from '../../base/document.js';
/** The parameter that says what the controller takes for the present count: `hpa.yaml?flags.currentFrom=status`. */
export declare const currentFromField = "flags.currentFrom";
declare const choices: readonly ['spec', 'status'];
export type CurrentFrom = (typeof choices)[number];
/**
 * What a parameter says about the present count, and the manifest without it.
 *
 * @throws ProblemError for another word
 */
export declare function takeCurrentFrom(source: SourceDocument): {
    readonly currentFrom: CurrentFrom;
    readonly value: unknown;
};
export {};
