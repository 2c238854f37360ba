/** What a policy's text names, with the lines. */
export interface PolicyUse {
    readonly kind: 'metric' | 'parameter' | 'host' | 'module' | 'environment';
    readonly name: string;
    /** The default of a parameter; null where there is none. */
    readonly value: string | number | boolean | null;
    readonly lines: readonly number[];
}
/** A policy in Lua or TypeScript. */
export interface PolicyEvidence {
    readonly kind: 'policy';
    readonly file: string;
    readonly summary: string;
    readonly language: 'lua' | 'typescript';
    readonly text: string;
    /** As far as the text says: names that are computed are not among them. */
    readonly uses: readonly PolicyUse[];
}
