import type { Evidence } from '../imports/evidence/evidence.js';
import { type DraftTraffic } from './draftTraffic.js';
import type { Findings } from './findings.js';
import type { Answer, Question } from './questions.js';
import type { Target } from './target.js';
/** What was found, a line each: the number, its range, and where it is from. */
export declare function foundLines(evidence: readonly Evidence[], { target, findings, load }: {
    readonly target: Target;
    readonly findings: Findings;
    readonly load: DraftTraffic;
}): string[];
/** What of the recorded traffic is less than users wanted, as warnings. */
export declare function lowerBoundLines({ lowerBounds }: Findings, file: string, startUnixSeconds: number | null): string[];
/** What nobody said, with how to say it. */
export declare function guessLine({ key, unit }: Question, answer: Answer): string;
/** An amount in its unit. */
export declare function amountText(value: number, unit: Question['unit']): string;
