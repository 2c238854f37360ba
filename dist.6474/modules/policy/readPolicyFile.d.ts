interface FileRequest {
    readonly path: string;
    /** The path as the user wrote it, for messages. */
    readonly shown: string;
    readonly forbidOutsideOf?: string;
}
/**
 * A policy's file.
 *
 * @throws ProblemError with exit code 104 when it is missing, unreadable, a folder, too large, of an unknown kind, or outside
 */
export declare function readPolicyFile({ path, shown, forbidOutsideOf }: FileRequest): {
    readonly fileName: string;
    readonly text: string;
};
export {};
