import type { z } from 'zod';
import type { SourceDocument } from '../../base/document.js';
import { type Problem } from '../../base/problem.js';
/** What a schema found wrong with a document of KEDA's, in the order of the file. */
export declare function manifestProblems(issues: readonly z.core.$ZodIssue[], schema: z.ZodType, source: SourceDocument): Problem[];
