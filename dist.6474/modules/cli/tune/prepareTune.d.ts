import { type Problem } from '../../base/problem.js';
import { type LoadedScenario } from '../../scenario/load.js';
import type { Axis } from '../../tune/axes.js';
import type { Point } from '../../tune/search/planPoints.js';
import type { Setting } from '../../tune/tunePolicy.js';
import type { Options } from '../options.js';
/** The policy that is tuned, and the settings of it that can be. */
export interface PreparedTune {
    readonly written: LoadedScenario;
    /** The policy as it is. */
    readonly today: Setting;
    /** The settings that the manifest takes. @throws ProblemError where a value is refused in all of them */
    accept(points: readonly Point[]): Promise<readonly Point[]>;
    settingAt(point: Point): Setting;
    /** Combinations that were refused, each with why. */
    readonly refused: readonly Problem[];
    readonly warnings: readonly Problem[];
    /** What a reader of the answer must know. */
    readonly notes: readonly string[];
}
interface Request {
    readonly file: string;
    readonly options: Options;
    readonly axes: readonly Axis[];
}
/**
 * Reads the scenario and the policy, and checks each setting as `run --policy` would, so that nothing that could have been known
 * stops the runs later.
 *
 * Each setting has its own bounds where the scenario leaves them to the manifest: what is simulated is what would be deployed.
 * @throws ProblemError
 */
export declare function prepareTune({ file, options, axes }: Request): Promise<PreparedTune>;
export {};
