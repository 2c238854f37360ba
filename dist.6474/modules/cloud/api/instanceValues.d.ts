import type { ListedInstance } from './apiBackend.js';
import { type ApiSession } from './apiSession.js';
import type { RouteSettings } from './routeSettings.js';
/** Names that `reply.instance` may use. */
export declare const instanceNames: readonly ['id', 'state', 'createdAt', 'readyAt', 'zone', 'service'];
interface ShownInstance {
    readonly service: string;
    readonly instance: ListedInstance;
    readonly route: Pick<RouteSettings, 'reply'>;
}
/** One instance as a route shows it: in the shape of its `reply.instance` where there is one. */
export declare function instanceValues(session: ApiSession, { service, instance, route: { reply } }: ShownInstance): Record<string, unknown>;
export {};
