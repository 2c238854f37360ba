/** A test as JUnit has it. */
export interface TestCase {
    readonly name: string;
    readonly failure?: {
        readonly type: string;
        readonly message: string;
    };
    readonly error?: {
        readonly type: string;
        readonly message: string;
    };
    readonly skipped?: string;
}
/** Tests that belong together, and what was tested. */
export interface TestSuite {
    readonly name: string;
    readonly properties: readonly (readonly [name: string, value: string | number])[];
    readonly cases: readonly TestCase[];
}
/** By which such a file is known. */
export declare const junitMark: RegExp;
/** JUnit XML. Times are 0: the same results must give the same bytes. */
export declare function junitText(suites: readonly TestSuite[]): string;
/** Text for XML 1.0: what it forbids is shown as its code, lone surrogates too; a line feed of an attribute must be a reference. */
export declare function escapeXml(text: string): string;
