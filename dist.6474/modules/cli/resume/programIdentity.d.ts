/** What of the program a run's result may depend on. */
export interface ProgramIdentity {
    readonly version: string;
    /** Hash of the built code and of the versions of the packages it runs on: code changes without the version. */
    readonly build: string;
    /** Functions of `Math` and orders of sorting belong to the engine, and rounding may to the processor. */
    readonly node: string;
}
export declare function programIdentity(): ProgramIdentity;
