/** A request to a simulated host. */
export interface RawRequest {
    /** In any case. */
    readonly method: string;
    readonly url: string;
    /** By name, in any case. */
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
}
/** The parts of an address; `host` is undefined where only a path is given. */
export interface Address {
    readonly scheme: string | undefined;
    /** In lower case, with its port unless that is the scheme's own. */
    readonly host: string | undefined;
    /** From the first slash on, as it stands in the address. */
    readonly path: string;
    /** Fields of the query, decoded; the first of several with one name. */
    readonly query: ReadonlyMap<string, string>;
}
export declare function parseAddress(url: string): Address;
/** Fields of a query or of a form: `a=1&b=x%20y`. */
export declare function parseFields(text: string): Map<string, string>;
/** A percent sign that begins no escape stays as it is. */
export declare function decodePercent(text: string): string;
/** A request that a route has taken, as its handler reads it. */
export interface ApiRequest {
    readonly raw: RawRequest;
    /** The names of the route's template. */
    readonly captures: ReadonlyMap<string, string>;
    readonly query: ReadonlyMap<string, string>;
    /** The body as a form; empty where it is JSON. */
    readonly form: ReadonlyMap<string, string>;
    /** The body as JSON; undefined where it is none. */
    readonly json: unknown;
}
export declare function readRequest(raw: RawRequest, captures: ReadonlyMap<string, string>, query: ReadonlyMap<string, string>): ApiRequest;
/** `$.server.count` or `$.groups[0].size` in a JSON value; undefined where there is none. */
export declare function valueAtPath(json: unknown, path: string): unknown;
/** What a setting such as `$.count`, `{n}` or `3` stands for in a request: a name is looked for in template, query and form. */
export declare function readSetting(setting: string | number, request: ApiRequest): unknown;
