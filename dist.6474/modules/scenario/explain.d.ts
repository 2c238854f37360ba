import type { z } from 'zod';
import type { SourceDocument } from '../base/document.js';
import { type Problem } from '../base/problem.js';
type Issue = z.core.$ZodIssue;
/** Turns what the schema found into problems with a place, a reason and a fix; of very many only the first. */
export declare function explain(issues: readonly Issue[], source: SourceDocument): Problem[];
/** A type of the schema in words: `a map`, `text`. */
export declare function expectedWord(expected: string): string;
export {};
