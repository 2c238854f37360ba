/** What a rule found: the key path it is about, and the words. */
export interface Finding {
    readonly code: string;
    readonly path: readonly PropertyKey[];
    readonly what: string;
    readonly why: string;
    readonly fix: string;
    /** A warning leaves the scenario valid. */
    readonly isWarning?: boolean;
}
