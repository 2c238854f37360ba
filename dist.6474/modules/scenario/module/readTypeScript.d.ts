import { type Problem } from '../../base/problem.js';
/** The file as the user named it, and where it lies. */
interface ModuleFile {
    readonly path: string;
    readonly shown: string;
}
interface ModuleValue {
    readonly value: unknown;
    readonly warnings: readonly Problem[];
}
/**
 * The value that a scenario in TypeScript or JavaScript exports as default: plain data, the same every time.
 *
 * The file is the user's own code. It runs in a process of its own, since it may never end, end its process, take all memory,
 * or change what everything else stands on.
 * @throws ProblemError
 */
export declare function readTypeScriptScenario(file: ModuleFile): Promise<ModuleValue>;
export {};
