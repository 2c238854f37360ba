/**
 * Shows the written page on a local address, and has open pages load again when there is a new one.
 *
 * The file itself stays without network; only what is served may ask this server, and only for events.
 */
export declare class PageServer {
    #private;
    private constructor();
    /** @throws ProblemError with exit code 106 when no port is free */
    static start(file: string): Promise<PageServer>;
    get address(): string;
    /** Tells open pages that the file is a new one. */
    refresh(): void;
    close(): void;
}
/** The page with a script that loads it again when a newer one is told of; its policy allows just that script and this server. */
export declare function livePage(page: string, version: string): string;
