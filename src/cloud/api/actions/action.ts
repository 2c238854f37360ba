import type { ApiRequest } from '../apiRequest.js';
import { readSetting } from '../apiRequest.js';
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

export function hasFailed(outcome: ActionOutcome | ActionFailure): outcome is ActionFailure {
  return 'error' in outcome;
}

/** The count that the request asks for, >= 0. */
export function countOf({ route, request }: RouteCall, otherwise: number): number | ActionFailure {
  if (route.count === undefined) return otherwise;
  const value = readSetting(route.count, request);
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof count === 'number' && Number.isFinite(count) && count >= 0) return count;
  const got = value === undefined ? 'is not in the request' : `is ${JSON.stringify(value).slice(0, 80)}`;
  return badRequest(route, `count: ${route.count} ${got}; a count >= 0 was expected`);
}

/** The identity that the request names; undefined where the route has none. */
export function idOf({ route, request }: RouteCall): string | undefined | ActionFailure {
  const setting = route.id ?? (request.captures.has('id') ? '{id}' : undefined);
  if (setting === undefined) return undefined;
  const value = readSetting(setting, request);
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return badRequest(route, `id: ${setting} is not in the request`);
}

/** The request does not have what its route reads from it: a mistake of the route or of the policy. */
export function badRequest({ match }: Pick<RouteSettings, 'match'>, error: string): ActionFailure {
  return { code: 400, error, finding: `"${match}" answered 400: ${error}` };
}

export function notFound(what: string): ActionFailure {
  return { code: 404, error: `there is no ${what}` };
}
