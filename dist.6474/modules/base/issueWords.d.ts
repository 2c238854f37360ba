import type { z } from 'zod';
/** What a schema of a machine's format found at a place, as the end of a sentence that names the place: `is missing`. */
export declare function issueWords({ message }: Pick<z.core.$ZodIssue, 'message'>): string;
