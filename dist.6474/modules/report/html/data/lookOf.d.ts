import type { Candidate } from '../../analysis/study.js';
import type { PolicyLook } from '../charts/policyMarks.js';
/** How charts draw a policy. */
export declare function lookOf({ style: { color, symbol, hue } }: Candidate): PolicyLook;
