import { type Problem } from '../base/problem.js';
import { type Scenario, type ScenarioInput } from './schema.js';
import type { Uncertain } from './worlds/drawWorlds.js';
import { type Ranges } from './worlds/ranges.js';
/** A scenario that passed every check. */
export interface LoadedScenario {
    readonly scenario: Scenario;
    /** The file as the user wrote it. */
    readonly file: string;
    /** Absolute path of it. */
    readonly path: string;
    /** Absolute folder that the scenario's own paths are relative to. */
    readonly folder: string;
    /** sha256 of the resolved scenario. */
    readonly hash: string;
    readonly warnings: readonly Problem[];
    /** Key paths of the services' bounds that neither the file nor `--set` gives. */
    readonly openBounds: ReadonlySet<string>;
    /** What the file and `--set` say, in the form that `inspect` writes, with the ranges that the assumptions give. */
    readonly uncertain: Uncertain & Ranges;
}
interface LoadOptions {
    /** `--set` settings, key.path=value each. */
    readonly set?: readonly string[];
}
export declare const scenarioEndings: ("cjs" | "cts" | "js" | "json" | "mjs" | "mts" | "ts" | "yaml" | "yml")[];
/**
 * Reads, checks and resolves a scenario file (.yaml, .yml, .json, .ts); a bare name may be one of this package.
 *
 * @throws ProblemError with all its problems
 */
export declare function loadScenario(file: string, { set }?: LoadOptions): Promise<LoadedScenario>;
/** The absolute path of a scenario that the user named. */
export declare function scenarioPath(file: string): string;
/** Checks and resolves a scenario object. @throws ProblemError with all its problems */
export declare function parseScenario(input: ScenarioInput, where?: string): Scenario;
export {};
