import { type ExitCode } from '../base/exitCode.js';
import type { CommandInput } from './command.js';
interface ComparisonCommand {
    readonly name: 'run' | 'compare';
    /** One policy only. */
    readonly isSingle: boolean;
    /** Write reports even when no option asks for them. */
    readonly alwaysReports: boolean;
}
/** What `run` and `compare` share: read everything, run it, show it, write it, judge it. */
export declare function runComparisons(input: CommandInput, command: ComparisonCommand): Promise<ExitCode>;
export {};
