import { type Answer, type Question } from '../../derive/questions.js';
/** `--set` of `init --from`, by what it means. */
export interface InitSettings {
    /** `--set service=NAME`. */
    readonly service: string | undefined;
    /** Answers as typed, by the key of their question. */
    readonly typed: ReadonlyMap<string, string>;
    /** Settings of the scenario itself: `services.web.zones=3`. */
    readonly ofScenario: readonly string[];
}
/** @throws ProblemError with exit code 2 for a key that is no question's and no path of a scenario */
export declare function readSettings(set: readonly string[]): InitSettings;
/** What a person typed as an answer. @throws ProblemError with exit code 2 */
export declare function answerOf(question: Question, text: string, from: string): Answer;
