interface GitCall {
    /** What git reads from standard input. */
    readonly input?: string;
    readonly folder?: string;
}
/** What a git command printed, and on failure what it said. */
interface GitAnswer {
    /** Undefined when the command failed, or git is not there. */
    readonly text: string | undefined;
    readonly complaint: string;
}
/**
 * Runs one git command without a shell; nothing of the repository is changed, not even its index.
 *
 * English messages, since one of them is recognised; paths as they are written, whatever characters they have.
 */
export declare function askGit(args: readonly string[], { input, folder }?: GitCall): GitAnswer;
/** The output of a git command; undefined when it fails. */
export declare function git(args: readonly string[], call?: GitCall): string | undefined;
export {};
