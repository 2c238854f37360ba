import type { Evidence } from '../imports/evidence/evidence.js';
import type { Basis } from './derived.js';
import type { DraftTraffic } from './draftTraffic.js';
import type { Findings } from './findings.js';
import type { Answer } from './questions.js';
import type { Target } from './target.js';
/** An entry of a scenario's `assumptions`. */
export interface Assumption {
    readonly path: string;
    readonly low?: string | number;
    readonly high?: string | number;
    readonly basis: Basis;
    readonly from: string;
}
/** A scenario that was worked out of files. */
export interface Draft {
    readonly input: Readonly<Record<string, unknown>>;
    readonly assumptions: readonly Assumption[];
}
interface DraftParts {
    readonly name: string;
    readonly evidence: readonly Evidence[];
    readonly target: Target;
    readonly findings: Findings;
    readonly load: DraftTraffic;
    /** By the key of the question: of a person, else the default. */
    readonly answers: ReadonlyMap<string, Answer>;
    /** Paths of the candidates, from the scenario. */
    readonly policies: readonly string[];
}
/** The scenario, every number of it with where it comes from. */
export declare function draftScenario(parts: DraftParts): Draft;
export {};
