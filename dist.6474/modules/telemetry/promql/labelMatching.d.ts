import { type Selector } from './expression.js';
import type { Labels } from './vector.js';
/** A test of a whole text by a regular expression. @throws QueryError for one that is none */
export type PatternOf = (expression: string) => (text: string) => boolean;
interface LabelScope {
    readonly patternOf: PatternOf;
    readonly serviceNames: readonly string[];
    /** For the policy's author. */
    note(finding: string): void;
}
/** Tests the labels of a series. */
export type LabelTest = (labels: Labels) => boolean;
/** The value of a label under any of its names. */
export declare function labelOf(labels: Labels, name: string): string;
/** Whether a selector says which services it reads. */
export declare function namesService({ matchers }: Selector): boolean;
/** @param own labels that series of this name have. @throws QueryError for one that cannot be told apart here */
export declare function labelTests({ name, matchers, text }: Selector, own: readonly string[], scope: LabelScope): LabelTest[];
export {};
