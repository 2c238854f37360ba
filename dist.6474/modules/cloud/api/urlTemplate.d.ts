import { type Address, type RawRequest } from './apiRequest.js';
/** `POST https://api.example.com/v1/servers/{id}?force={force}`, taken apart. */
export interface UrlTemplate {
    readonly text: string;
    readonly method: string;
    readonly address: Address;
    /** Names in braces, wherever they stand. */
    readonly names: readonly string[];
}
/** A method, then an address or a path that begins with a slash. */
export declare const matchPattern: RegExp;
export declare function parseTemplate(text: string): UrlTemplate;
/**
 * What the names of a template stand for in a request; undefined when it is another's.
 *
 * Method and path exactly; a host only where the template has one; of the query what the template names, in any order.
 * A name stands for anything but a slash.
 */
export declare function matchTemplate(template: UrlTemplate, request: RawRequest): Map<string, string> | undefined;
/** Whether the first template takes every request of the second. */
export declare function coversTemplate(first: UrlTemplate, second: UrlTemplate): boolean;
/** Whether some request fits both. */
export declare function templatesMeet(first: UrlTemplate, second: UrlTemplate): boolean;
