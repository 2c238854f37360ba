import { type LoadedScenario } from '../../scenario/load.js';
import type { Exported, Exporter } from '../exporter.js';
/** A k6 script that drives the traffic of a scenario. */
export declare const k6Exporter: Exporter;
/** The script, and where it says something else than the scenario. @throws ProblemError for a damaged trace */
export declare function k6ScriptOf(loaded: Pick<LoadedScenario, 'scenario' | 'folder' | 'file'>): Pick<Exported, 'notes'> & {
    readonly text: string;
};
/** The options of the script, and the functions they name. */
interface K6ScriptLoad {
    readonly options: Readonly<Record<string, unknown>>;
    /** Function of each request class. */
    readonly functions: Readonly<Record<string, string>>;
    readonly notes: readonly string[];
}
/** What k6 must do to send the traffic of a scenario. @throws ProblemError for a damaged trace */
export declare function k6LoadOf({ scenario, folder }: Pick<LoadedScenario, 'scenario' | 'folder'>): K6ScriptLoad;
export {};
