import type { Problem } from './problem.js';
/** Why a file cannot be read; the code of its problem, unless the caller has another. */
export type FileFault = 'not-found' | 'is-a-folder' | 'not-a-file' | 'no-permission' | 'link-loop' | 'too-large' | 'bad-encoding' | 'unreadable';
export type FaultWords = Omit<Problem, 'where'>;
/** What an error of the system says of a file. */
export declare function systemWords(systemCode: string): Omit<FaultWords, 'why'> & {
    readonly code: FileFault;
};
/** The name of an error of the system, such as ENOENT. */
export declare function systemCodeOf(thrown: unknown): string;
