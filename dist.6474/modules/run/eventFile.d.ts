/** Writes events of a run to a temporary file, one JSON a line; whoever made the file puts it on the disk and in place. */
export declare class EventFile {
    #private;
    constructor(path: string, limitBytes?: number);
    /** @throws ProblemError with exit code 106 */
    write(event: Readonly<Record<string, unknown>>): void;
    /** @throws ProblemError with exit code 106 */
    close(): void;
}
