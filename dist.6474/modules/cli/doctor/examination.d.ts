/**
 * How a use stands: `simulated` works here; `read`, `answered` and `given` were met in the short run; `named` only stands in the
 * text; `refused` says why when it is reached; `unknown` is not there, `unset` has no value.
 */
type UseStatus = 'simulated' | 'read' | 'answered' | 'given' | 'named' | 'refused' | 'unknown' | 'unset';
/** One thing that a policy uses. */
export interface Use {
    readonly kind: 'module' | 'function' | 'global' | 'import' | 'environment' | 'metric' | 'parameter' | 'url';
    readonly name: string;
    readonly status: UseStatus;
    /** Lines of the file it stands on, where they are known. */
    readonly lines: readonly number[];
    /** What it is, or what to do about it. */
    readonly note?: string;
}
/** What `doctor --json` says of one policy. */
export interface Examination {
    readonly source: string;
    readonly kind: 'lua' | 'typescript' | 'manifest' | 'name';
    /** In words: what it is and what enters it. */
    readonly style: string;
    /** Time between its calls; null where it was called less than twice. */
    readonly period_s: number | null;
    readonly uses: readonly Use[];
    /** What it did in the short run; left out where it did not end. */
    readonly run?: {
        readonly scenario: string;
        readonly calls: number;
        readonly actions: number;
    };
    /** What its author should know. */
    readonly findings: readonly string[];
    /** Why it cannot run, with the line. */
    readonly fault?: string;
}
export {};
