import type { BacktestResult } from '../../results/backtestResult.js';
interface TextContext {
    readonly color: boolean;
    readonly unicode: boolean;
    readonly columns: number | undefined;
    /** Which files hold the page and the document. */
    readonly written: string;
}
/** Answer, table, both curves, what was fitted, what to know; ends with a line feed. */
export declare function backtestText(result: BacktestResult, context: TextContext): string;
export {};
