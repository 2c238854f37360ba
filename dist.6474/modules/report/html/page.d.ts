import { type ResultDocument } from '../../results/results.js';
/**
 * The report as one HTML file: no second file, no request, works from file:// and without its script.
 *
 * The same document and script give the same bytes. Names and texts of the document are escaped; a content security policy
 * lets only the one script run, by its hash.
 * @param clientScript the bundle of page/main.ts; empty for a page without one
 */
export declare function renderHtmlReport(source: ResultDocument, { clientScript }: {
    readonly clientScript: string;
}): string;
/** The head of every page: style and security policy; a script only by its hash. */
export declare function headHtml(title: string, clientScript: string): string;
