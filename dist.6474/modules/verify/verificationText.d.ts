import type { DifferenceSide, PolicyVerification } from './verification.js';
/** What a person reads of one policy. */
export declare function verificationText(policy: PolicyVerification): string;
/** What one side decided, on a line. */
export declare function sideText({ decision, fault }: DifferenceSide): string;
