import { metricNames } from '../../../telemetry/metrics.js';
import { readSetting } from '../apiRequest.js';
import { failed, plainIds, readRefusal } from '../apiSession.js';
import { instanceValues } from '../instanceValues.js';
import { badRequest, idOf, notFound } from './action.js';
export const list = {
    name: 'list',
    summary: 'shows the instances and their count, as they were `staleness` ago',
    settings: ['staleness'],
    names: ['instances', 'count'],
    run(call) {
        const { session, service, route } = call;
        const failure = readFailure(call);
        if (failure !== undefined)
            return failure;
        const instances = session.backend.instances(service, route.staleness);
        const shown = instances.map((instance) => instanceValues(session, { service, instance, route }));
        const states = instances.map(({ state }) => state);
        const countOf = (state) => states.filter((one) => one === state).length;
        const counts = { starting: countOf('starting'), ready: countOf('ready'), draining: countOf('draining') };
        const values = { instances: shown, count: instances.length, ...counts };
        return { code: 200, values, shown: ['instances', 'count'] };
    },
};
export const get = {
    name: 'get',
    summary: 'shows the instance `id`, as it was `staleness` ago',
    settings: ['id', 'staleness'],
    names: ['id', 'state', 'createdAt', 'readyAt', 'zone'],
    run(call) {
        const failure = readFailure(call);
        if (failure !== undefined)
            return failure;
        const id = idOf(call);
        if (typeof id === 'object')
            return id;
        const { session, route } = call;
        const found = plainIds.read(id ?? '');
        const instance = found && session.findInstance(found.service, found.launchNumber, route.staleness);
        if (found === undefined || instance === undefined) {
            return notFound(`instance "${id ?? ''}"`);
        }
        const values = instanceValues(session, {
            service: found.service,
            instance,
            route: { ...route, reply: bare(call) },
        });
        return { code: 200, values, shown: get.names };
    },
};
/** The values themselves, without the route's template for one of a list. */
function bare({ route }) {
    return { ...route.reply, instance: undefined };
}
export const operation = {
    name: 'operation',
    summary: 'shows whether the operation `id` is running or done: its instances ready, or gone',
    settings: ['id'],
    names: ['id', 'status'],
    run(call) {
        const failure = readFailure(call);
        if (failure !== undefined)
            return failure;
        const id = idOf(call);
        if (typeof id === 'object')
            return id;
        const status = id === undefined ? undefined : call.session.operationStatus(id);
        if (status === undefined)
            return notFound(`operation "${id ?? ''}"`);
        return { code: 200, values: { id, status: call.route.reply.states[status] ?? status }, shown: ['id', 'status'] };
    },
};
/** A metric comes from the metrics server: the cloud's own failures are not its. */
export const metric = {
    name: 'metric',
    summary: 'shows a metric of the service as telemetry has it, null without data',
    settings: ['metric'],
    neededSetting: 'metric',
    names: ['metric', 'value'],
    run({ request, route, session, service }) {
        const text = readSetting(route.metric ?? '', request);
        const name = metricNames.find((one) => one === text);
        if (name === undefined)
            return badRequest(route, `metric: "${String(text).slice(0, 80)}" is none of ${metricNames.join(', ')}`);
        const value = session.backend.metric(service, name);
        if (value === 'failed')
            return { code: failed.code, error: 'the metrics server does not answer' };
        return { code: 200, values: { metric: name, value }, shown: ['metric', 'value'] };
    },
};
export const nothing = {
    name: 'nothing',
    summary: 'changes nothing and answers: for hooks, logins and logs',
    settings: [],
    names: [],
    run: () => ({ code: 200, values: {}, shown: [] }),
};
function readFailure({ session }) {
    const refusal = readRefusal(session);
    return refusal && { code: refusal.code, error: refusal.why };
}
