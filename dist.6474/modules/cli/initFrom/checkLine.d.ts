import type { ActualRecording } from '../backtest/actualRecording.js';
import type { CommandInput } from '../command.js';
interface Draft {
    /** As it was written. */
    readonly scenario: string;
    readonly policy: string;
    /** The files that it was drafted from, and what they recorded. */
    readonly files: readonly string[];
    readonly actual: ActualRecording;
}
/** What a backtest of the draft says, and the command that repeats it; one line. */
export declare function checkLine({ scenario: file, policy, files, actual }: Draft, { options, output, interruption }: CommandInput): Promise<string>;
export {};
