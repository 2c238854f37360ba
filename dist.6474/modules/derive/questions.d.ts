import type { Basis } from './derived.js';
import type { Findings } from './findings.js';
import type { Target } from './target.js';
/** A number between its bounds: seconds, vCPUs, a count, US dollars. */
export interface Amount {
    readonly value: number;
    readonly low: number;
    readonly high: number;
}
/** An amount, and how it is known. */
export interface Answer extends Amount {
    readonly basis: Basis;
    readonly from: string;
}
/** What the files do not say, and a person may know. */
export interface Question {
    /** For `--set KEY=VALUE`. */
    readonly key: string;
    readonly unit: 'seconds' | 'vcpus' | 'count' | 'usd' | 'rate';
    /** Put to a person. */
    readonly text: string;
    /** Taken where nobody answers. */
    readonly fallback: Answer;
}
export declare const questionKeys: readonly ['service', 'rate', 'cpu', 'startup', 'cpuRequest', 'vcpus', 'concurrency', 'slo', 'min', 'max', 'io', 'price'];
/** More than this nobody answers; the rest takes its default. */
export declare const QUESTION_LIMIT = 6;
interface Open {
    readonly target: Target;
    readonly findings: Findings;
    readonly hasTraffic: boolean;
}
/** Every question, what moves the result most first, and whether the files leave it open. */
export declare function questionsFor({ target, findings, hasTraffic }: Open): (Question & {
    readonly isOpen: boolean;
})[];
/**
 * What a person typed: `40ms`, `0.5`, `500m` vCPUs, or a range `30s..90s`, whose middle is the value.
 *
 * @returns undefined when it is none of these
 */
export declare function readAmount(text: string, unit: Question['unit']): Amount | undefined;
/** How an amount is typed. */
export declare const amountExamples: Readonly<Record<Question['unit'], string>>;
export {};
