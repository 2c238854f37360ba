import type { ResultDocument } from '../results/results.js';
/** What readers of an interrupted comparison must know before any figure; undefined for a whole one. */
export declare function partialText({ interrupted }: Pick<ResultDocument, 'interrupted'>): string | undefined;
