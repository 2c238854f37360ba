import type { ApiRequest } from '../apiRequest.js';
import type { ApiSession } from '../apiSession.js';
import type { RouteSettings } from '../routeSettings.js';
import type { ActionName } from './names.js';
/** A request on its route, on the way to an action. */
export interface RouteCall {
    readonly request: ApiRequest;
    readonly route: RouteSettings;
    readonly session: ApiSession;
    readonly service: string;
    /** Method and address, for logs. */
    readonly title: string;
}
/** What became of a request. */
export interface ActionOutcome {
    /** The status of success unless the route's reply says another. */
    readonly code: number;
    /** By the names that a reply may use. */
    readonly values: Readonly<Record<string, unknown>>;
    /** The names that the reply shows where the route says none. */
    readonly shown: readonly string[];
}
/** Turned down: the route's reply is not used. */
export interface ActionFailure {
    readonly code: number;
    readonly error: string;
    readonly values?: Readonly<Record<string, unknown>>;
    /** For the policy's author, where the request itself is at fault. */
    readonly finding?: string;
}
/** One thing that requests do: a variant, listed in `index.ts`. */
export interface ApiAction {
    readonly name: ActionName;
    readonly summary: string;
    /** Settings of a route that it reads, beside match, service and reply. */
    readonly settings: readonly ('count' | 'id' | 'metric' | 'staleness')[];
    readonly neededSetting?: 'count' | 'metric';
    /** Names that a reply may use, beside those of every reply. */
    readonly names: readonly string[];
    run(call: RouteCall): ActionOutcome | ActionFailure;
}
export declare function hasFailed(outcome: ActionOutcome | ActionFailure): outcome is ActionFailure;
/** The count that the request asks for, >= 0. */
export declare function countOf({ route, request }: RouteCall, otherwise: number): number | ActionFailure;
/** The identity that the request names; undefined where the route has none. */
export declare function idOf({ route, request }: RouteCall): string | undefined | ActionFailure;
/** The request does not have what its route reads from it: a mistake of the route or of the policy. */
export declare function badRequest({ match }: Pick<RouteSettings, 'match'>, error: string): ActionFailure;
export declare function notFound(what: string): ActionFailure;
