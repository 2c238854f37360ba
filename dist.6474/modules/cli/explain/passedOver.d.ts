import type { ReadFile } from '../../platforms/readManifestSet.js';
import type { ExplainedFile } from './explanation.js';
import type { Inputs, TextInput } from './gatherInputs.js';
/** A text that was read, and what of it is shown. */
export interface Judged {
    readonly input: TextInput;
    readonly read: ReadFile;
    readonly explained: ExplainedFile;
}
/** What was given and has nothing to explain, in sentences. */
export declare function passedOver(judged: readonly Judged[], inputs: Inputs): string[];
