import type { GateRule } from '../results/judged.js';
import type { ResultDocument } from '../results/results.js';
/** What a rendering may know besides the document. Nothing of it changes the figures. */
export interface ReportContext {
    readonly color: boolean;
    /** False where only ASCII is safe. */
    readonly unicode: boolean;
    /** Intervals and definitions too. */
    readonly verbose: boolean;
    /** The command to type again, with the paths of this terminal. */
    readonly again?: string;
    /** How long it took, seconds: for the terminal only, files must not depend on it. */
    readonly wallSeconds?: number;
    /** Whose misses fail; as `--gate all` does when left out. */
    readonly gate?: GateRule;
    /** The page's own script, for the HTML report. */
    readonly pageScript?: string;
}
/** One way to show a result document. */
export interface Reporter {
    /** What `--report` calls it. */
    readonly name: string;
    readonly fileName: string;
    /** What every file of it begins with, or has in its head: it may be replaced. */
    readonly mark: RegExp;
    /** Why a document is not rendered, if it is too large: the rest of a sentence that begins with the file's name. */
    tooLarge?(document: ResultDocument): string | undefined;
    render(document: ResultDocument, context: ReportContext): string | Promise<string>;
}
/** A reporter that has all it needs at hand. */
export interface TextReporter extends Reporter {
    render(document: ResultDocument, context: ReportContext): string;
}
