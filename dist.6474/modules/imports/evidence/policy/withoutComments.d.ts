import type { PolicyEvidence } from './policyEvidence.js';
/** A policy's text with blanks in place of comments, so that everything else stays where it is. */
export declare function withoutComments(text: string, language: PolicyEvidence['language']): string;
