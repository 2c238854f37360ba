import type { Runtime } from './runtimes/runtime.js';
import type { NamedRuntime } from './subject.js';
/** The runtimes of one command. */
export interface SelectedRuntimes {
    readonly found: readonly (NamedRuntime & Pick<Runtime, 'runs'>)[];
    /** Asked for, or usual, and not on this machine. */
    readonly missing: readonly Pick<Runtime, 'name' | 'install'>[];
}
interface Selection {
    /** `--runtimes`; undefined takes all there are. */
    readonly names: readonly string[] | undefined;
    /** A runtime that is missing is an error. */
    readonly isRequired: boolean;
}
/** @throws ProblemError with exit code 104 for a name that is none, and for a missing one that is required */
export declare function selectRuntimes({ names, isRequired }: Selection): SelectedRuntimes;
export {};
