import type { LogLine } from './lineFormat.js';
/** Who asks: a user; a probe that looks whether the service is well; a file that a server or a CDN hands out by itself. */
export type RequestKind = 'user' | 'probe' | 'static';
/** What kind of request a line tells of. */
export declare function requestKind({ path, agent, method }: LogLine): RequestKind;
/** Without scheme, host and query: some servers log whole addresses. Cut, since anybody may ask for anything. */
export declare function pathOf(path?: string): string;
