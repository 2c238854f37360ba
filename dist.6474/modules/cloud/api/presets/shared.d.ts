import type { ApiReply } from '../apiReply.js';
import type { ApiRequest } from '../apiRequest.js';
import type { ApiRoute } from '../apiRoute.js';
import type { ApiSession } from '../apiSession.js';
export declare function routeOf(match: string, answer: (request: ApiRequest, session: ApiSession) => ApiReply): ApiRoute;
/** What a request asks for, for the log of decisions: `hetzner: POST /v1/servers`. */
export declare function titleOf(preset: string, what: string): string;
/**
 * The service that a group's name means: the only one there is, one of that name, or the only one whose name is a word
 * of it (`prod-web-asg`).
 */
export declare function serviceNamed({ backend: { serviceNames } }: ApiSession, group: string): string | undefined;
/** For the author: which names would have been understood. */
export declare function unknownGroup({ backend }: ApiSession, preset: string, group: string): string;
/** One number for an instance of any service, from 1. */
export declare function numberOf({ backend }: ApiSession, service: string, launchNumber: number): number;
/** The instance of a number; undefined when no service has such. */
export declare function instanceOf({ backend }: ApiSession, number: number): {
    readonly service: string;
    readonly launchNumber: number;
} | undefined;
/** `web may have 2 to 10 instances`. */
export declare function boundsText({ backend }: ApiSession, service: string): string;
