/** `git:main` or `git:main:policies/target-cpu.lua?target=0.7` taken apart. */
export interface GitReference {
    readonly text: string;
    readonly revision: string;
    /** Undefined for every scenario's own policies. */
    readonly path: string | undefined;
    /** With its `?`; empty without parameters. */
    readonly params: string;
}
/** @returns undefined for a text that names no revision @throws ProblemError with exit code 2 for one that does so badly */
export declare function parseGitReference(text: string | undefined): GitReference | undefined;
