import { type Candidate, type Study } from './analysis/study.js';
import { type Phrase } from './phrase.js';
/** The answer in at most two sentences; it claims only what the paired intervals show. */
export declare function headlineOf(study: Study): Phrase;
/** Percent that a costs less than b, on the means. */
export declare function savingOf(a: Candidate, b: Candidate): number | undefined;
/** Cheaper in a way that the paired runs show; with one run, as far as that one goes. */
export declare function isShownCheaper(a: Candidate, b: Candidate, study: Pick<Study, 'scenario'>): boolean;
/** How sure the headline is and where the chosen policy is weak. */
export declare function ledeOf(study: Study): Phrase;
