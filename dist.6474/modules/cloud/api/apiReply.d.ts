/** What a simulated host answers. */
export interface ApiReply {
    readonly code: number;
    /** By name, in lower case. */
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    /** What the policy's author should know of it. */
    readonly finding?: string;
}
export declare function jsonReply(code: number, body: unknown, headers?: Readonly<Record<string, string>>): ApiReply;
/** `HTTP/1.1 202 Accepted`. */
export declare function statusLine(code: number): string;
