import type { Study } from '../../analysis/study.js';
import type { DifferencesData } from '../charts/differences.js';
/** The best policies as the reference of all others, the study's own first; empty with one policy. */
export declare function differencesDataOf(study: Study): DifferencesData[];
