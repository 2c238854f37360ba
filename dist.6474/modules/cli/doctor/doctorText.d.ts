import type { Examination } from './examination.js';
/** One policy's examination as a short table. */
export declare function doctorText(examination: Examination): string;
