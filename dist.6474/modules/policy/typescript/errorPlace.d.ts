/** A bundle without its source map, and what finds places in the source. */
export interface MappedCode {
    readonly code: string;
    /** `policy.ts:12` of the innermost frame of a stack that lies in the code named `frameName`; undefined when none does. */
    place(stack: unknown, frameName: string): string | undefined;
}
/** Splits a bundle into code and map: Node must not map the positions a second time. */
export declare function readMappedCode(bundle: string): MappedCode;
