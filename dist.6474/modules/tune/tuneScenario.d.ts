import type { Candidate } from '../policy/policySpec.js';
import type { TuneResult } from '../results/tuneResult.js';
import type { Axis } from './axes.js';
import { type Deployment, type TextOf } from './deploy/deployment.js';
import { type Setting, type TuneQuestion } from './tunePolicy.js';
export interface TuneRequest extends TuneQuestion {
    readonly axes: readonly Axis[];
    /** The policy as it is. */
    readonly today: Setting;
    /** Combinations that the manifest refused, known once the search is over. */
    readonly refusedCount: () => number;
    readonly textOf: TextOf;
    /** The policy that a changed file is; a TypeScript one is bundled for it. */
    bindingsOf(edit: NonNullable<Deployment['edit']>, candidate: Candidate): Promise<Candidate['bindings']>;
    readonly notes: readonly string[];
}
/** A tuned scenario, and the file to write. */
export interface TunedScenario {
    readonly result: Omit<TuneResult, 'version' | 'command'>;
    readonly edit: Deployment['edit'];
}
/** Searches, judges the best anew, makes its diff, holds it against today's setting; or says why nothing meets. */
export declare function tuneScenario(request: TuneRequest): Promise<TunedScenario>;
