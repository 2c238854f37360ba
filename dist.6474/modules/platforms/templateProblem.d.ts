import type { Problem } from '../base/problem.js';
/**
 * What to say of a template instead of the problems that follow from it; undefined for a file that is none.
 *
 * Problems of syntax may stand anywhere after a mark; of others one must stand on a line that has one, for a query or a
 * label may hold double braces by right.
 */
export declare function templateProblem({ text, file }: {
    readonly text: string;
    readonly file: string;
}, problems: readonly Problem[]): Problem[] | undefined;
