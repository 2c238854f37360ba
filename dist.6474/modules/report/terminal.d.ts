import { type ResultDocument } from '../results/results.js';
import type { ReportContext } from './report.js';
interface TerminalContext extends ReportContext {
    /** Name of the reference; the first policy when left out. */
    readonly reference?: string;
    /** Characters of a line; what pipes and files get when left out. */
    readonly columns?: number;
    /** Which files hold the reports, or how to get some. */
    readonly written?: string;
}
/** The summary people read first: answer, table, curves, what to change. Ends with a line feed. */
export declare function renderTerminal(document: ResultDocument, context: TerminalContext): string;
export {};
