import { OpenValue } from '../../openValue.js';
/** What a value of a template comes to. `undefined` is AWS::NoValue: as if nothing stood there. */
export type Resolved = string | number | boolean | null | undefined | OpenValue | readonly Resolved[] | {
    readonly [key: string]: Resolved;
};
/** What a condition comes to. */
export type Truth = boolean | OpenValue;
export declare function isList(value: unknown): value is readonly Resolved[];
/** Every open value in it. */
export declare function opensIn(value: Resolved): OpenValue[];
/** One open value for what depends on others: known by its function, and closed by whatever closes those. */
export declare function openFor(text: string, causes: readonly OpenValue[]): OpenValue;
/** A value as CloudFormation puts it into text: parameters are text, and so are numbers and truth values. */
export declare function plainText(value: Resolved): string;
/** A text of pieces; open while one of them is. */
export declare function joined(pieces: readonly Resolved[], delimiter: string): Resolved;
/** The name that was meant, or else what to do. */
export declare function didYouMean(name: string, known: readonly string[], otherwise: string): string;
