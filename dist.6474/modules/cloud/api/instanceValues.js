import { plainIds } from './apiSession.js';
import { fillTemplate } from './fillTemplate.js';
/** Names that `reply.instance` may use. */
export const instanceNames = ['id', 'state', 'createdAt', 'readyAt', 'zone', 'service'];
/** One instance as a route shows it: in the shape of its `reply.instance` where there is one. */
export function instanceValues(session, { service, instance, route: { reply } }) {
    const { launchNumber, state, launchedSeconds, readySeconds, zone } = instance;
    const values = {
        id: plainIds.write(service, launchNumber),
        state: reply.states[state] ?? state,
        createdAt: session.timeText(launchedSeconds),
        readyAt: readySeconds === undefined ? null : session.timeText(readySeconds),
        zone: zone + 1,
    };
    if (reply.instance === undefined)
        return values;
    // safe: a template of any shape; it only becomes JSON.
    return fillTemplate(reply.instance, (name) => (name === 'service' ? service : values[name]));
}
