import { plainIds } from '../apiSession.js';
import { countOf, idOf, notFound, } from './action.js';
const names = ['operation', 'count', 'id', 'ids', 'result'];
export const set = {
    name: 'set',
    summary: 'asks for `count` instances in all',
    settings: ['count'],
    neededSetting: 'count',
    names,
    run(call) {
        const count = countOf(call, 0);
        return typeof count === 'number' ? change(call, { desired: count }) : count;
    },
};
export const add = {
    name: 'add',
    summary: 'asks for `count` more instances (default 1)',
    settings: ['count'],
    names,
    run(call) {
        const count = countOf(call, 1);
        return typeof count === 'number' ? change(call, { desired: desiredOf(call) + count }, count > 0) : count;
    },
};
export const remove = {
    name: 'remove',
    summary: 'removes the instance `id`, or `count` instances (default 1)',
    settings: ['count', 'id'],
    names,
    run(call) {
        const id = idOf(call);
        if (typeof id === 'object')
            return id;
        if (id !== undefined)
            return removeOne(call, id);
        const count = countOf(call, 1);
        if (typeof count !== 'number')
            return count;
        return change(call, { desired: Math.max(0, desiredOf(call) - count) }, count > 0);
    },
};
function desiredOf({ session, service }) {
    return session.backend.counts(service).desired;
}
function removeOne(call, id) {
    const { session, route, service: own } = call;
    const found = plainIds.read(id);
    const isWrongService = found !== undefined && route.service !== undefined && found.service !== own;
    if (found === undefined || isWrongService || !session.findRemovable(found.service, found.launchNumber)) {
        return notFound(`instance "${id}"`);
    }
    const { service, launchNumber } = found;
    const owned = { ...call, service };
    return change(owned, { desired: desiredOf(owned) - 1, instance: launchNumber }, true);
}
/** @param wantsChange a count that stays as it is means that a bound stood in the way */
function change({ session, service, title }, decision, wantsChange = false) {
    const { outcome, launches, operation, refusal } = session.change(service, { ...decision, reason: title });
    const { before, desired, result } = outcome;
    const ids = launches.map((launch) => plainIds.write(service, launch));
    const values = { operation, count: Math.abs(desired - before), id: ids[0], ids, result, desired };
    if (refusal !== undefined)
        return { code: refusal.code, error: refusal.why, values: { desired } };
    if (wantsChange && desired === before) {
        const { min, max } = session.backend.counts(service);
        return {
            code: 409,
            error: `${service} may have ${min} to ${max} instances and has ${before}`,
            values: { desired },
        };
    }
    return {
        code: 202,
        values,
        shown: ids.length > 0 ? ['operation', 'desired', 'id', 'ids'] : ['operation', 'desired'],
    };
}
