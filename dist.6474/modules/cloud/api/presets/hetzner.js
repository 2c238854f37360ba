import { jsonReply } from '../apiReply.js';
import { valueAtPath } from '../apiRequest.js';
import { readRefusal } from '../apiSession.js';
import { boundsText, instanceOf, numberOf, routeOf, serviceNamed, titleOf } from './shared.js';
const base = 'https://api.hetzner.cloud/v1';
const statuses = { starting: 'initializing', ready: 'running', draining: 'deleting' };
/** Servers and actions of Hetzner Cloud. Source: https://docs.hetzner.cloud/reference/cloud */
export const hetzner = {
    name: 'hetzner',
    summary: 'servers (create, list, get, delete) and actions of Hetzner Cloud',
    hosts: /^api\.hetzner\.cloud$/,
    routes: [
        routeOf(`POST ${base}/servers`, ({ json }, session) => {
            const name = valueAtPath(json, '.name');
            if (typeof name !== 'string')
                return failure(422, 'invalid_input', "invalid input in field 'name'");
            const labels = valueAtPath(json, '.labels') ?? {};
            const wanted = valueAtPath(labels, '.service');
            const service = serviceNamed(session, String(wanted ?? name)) ?? session.backend.serviceNames[0];
            const desired = session.backend.counts(service).desired + 1;
            const change = session.change(service, { desired, reason: titleOf('hetzner', 'POST /servers'), isStrict: true });
            if (change.refusal !== undefined)
                return refused(change.refusal);
            if (change.outcome.result === 'clamped')
                return limited(session, service, 'resource_limit_exceeded');
            const launchNumber = change.launches[0];
            session.remember(givenKey(service, launchNumber), { name, labels });
            const now = { launchNumber, zone: 0, state: 'starting', launchedSeconds: session.backend.nowSeconds() };
            return jsonReply(201, {
                server: serverOf(session, service, { ...now, readySeconds: undefined }),
                action: actionOf(session, { operation: change.operation, command: 'create_server', service, launchNumber }),
                next_actions: [],
                root_password: null,
            });
        }),
        routeOf(`GET ${base}/servers`, ({ query }, session) => {
            const refusal = readRefusal(session);
            if (refusal !== undefined)
                return refused(refusal);
            const selector = query.get('label_selector');
            const service = serviceNamed(session, /^service==?([\w-]+)$/.exec(selector ?? '')?.[1] ?? '');
            const chosen = service === undefined ? session.backend.serviceNames.slice(0, 1) : [service];
            const servers = chosen
                .flatMap((name) => session.backend.instances(name, 0).map((instance) => serverOf(session, name, instance)))
                .filter(({ name, status }) => (query.get('name') ?? name) === name && (query.get('status') ?? status) === status);
            const reply = jsonReply(200, paged(servers, query));
            if (selector === undefined || /^service=/.test(selector))
                return reply;
            const finding = `hetzner: label_selector=${selector} selects nothing: all servers of ${chosen.join(', ')} are listed`;
            return { ...reply, finding };
        }),
        routeOf(`GET ${base}/servers/{id}`, ({ captures }, session) => {
            const refusal = readRefusal(session);
            if (refusal !== undefined)
                return refused(refusal);
            const found = instanceOf(session, Number(captures.get('id')));
            const instance = found && session.findInstance(found.service, found.launchNumber, 0);
            if (found === undefined || instance === undefined)
                return notFound(`server with ID '${captures.get('id')}'`);
            return jsonReply(200, { server: serverOf(session, found.service, instance) });
        }),
        routeOf(`DELETE ${base}/servers/{id}`, ({ captures }, session) => {
            const found = instanceOf(session, Number(captures.get('id')));
            if (found === undefined || !session.findRemovable(found.service, found.launchNumber)) {
                return notFound(`server with ID '${captures.get('id')}'`);
            }
            const { service, launchNumber } = found;
            const { desired } = session.backend.counts(service);
            const reason = titleOf('hetzner', 'DELETE /servers/{id}');
            const change = session.change(service, { desired: desired - 1, reason, instance: launchNumber });
            if (change.refusal !== undefined)
                return refused(change.refusal);
            if (change.outcome.result === 'clamped')
                return limited(session, service, 'protected');
            const { operation } = change;
            return jsonReply(200, {
                action: actionOf(session, { operation, command: 'delete_server', service, launchNumber }),
            });
        }),
        routeOf(`GET ${base}/actions/{action}`, ({ captures }, session) => shownAction(session, captures.get('action') ?? '')),
        routeOf(`GET ${base}/servers/{id}/actions/{action}`, ({ captures }, session) => shownAction(session, captures.get('action') ?? '')),
    ],
};
function serverOf(session, service, instance) {
    const { launchNumber, state, launchedSeconds } = instance;
    // safe: only this file puts something under these keys.
    const given = session.recall(givenKey(service, launchNumber));
    return {
        id: numberOf(session, service, launchNumber),
        name: given?.name ?? `${service}-${launchNumber}`,
        status: statuses[state],
        created: session.timeText(launchedSeconds),
        labels: given?.labels ?? {},
        locked: false,
        protection: { delete: false, rebuild: false },
    };
}
function givenKey(service, launchNumber) {
    return `hetzner server ${service} ${launchNumber}`;
}
function actionOf(session, action) {
    const { operation, command, service, launchNumber } = action;
    const id = Number(operation.slice('op-'.length));
    // safe: set below only.
    const known = session.recall(`hetzner action ${id}`);
    const started = known?.started ?? session.nowText;
    if (known === undefined)
        session.remember(`hetzner action ${id}`, { ...action, started });
    const isDone = session.operationStatus(operation) === 'done';
    return {
        id,
        command,
        status: isDone ? 'success' : 'running',
        progress: isDone ? 100 : 0,
        started,
        finished: isDone ? session.nowText : null,
        resources: [{ id: numberOf(session, service, launchNumber), type: 'server' }],
        error: null,
    };
}
function shownAction(session, id) {
    const refusal = readRefusal(session);
    if (refusal !== undefined)
        return refused(refusal);
    const known = session.recall(`hetzner action ${id}`); // safe: only `actionOf` sets it
    return known === undefined
        ? notFound(`action with ID '${id}'`)
        : jsonReply(200, { action: actionOf(session, known) });
}
/** 25 on a page unless `per_page` says otherwise, 50 at most. */
function paged(servers, query) {
    const perPage = Math.min(50, Math.max(1, Number(query.get('per_page') ?? 25) || 25));
    const page = Math.max(1, Number(query.get('page') ?? 1) || 1);
    const lastPage = Math.max(1, Math.ceil(servers.length / perPage));
    const pagination = {
        page,
        per_page: perPage,
        previous_page: page > 1 ? page - 1 : null,
        next_page: page < lastPage ? page + 1 : null,
        last_page: lastPage,
        total_entries: servers.length,
    };
    return { servers: servers.slice((page - 1) * perPage, page * perPage), meta: { pagination } };
}
function refused({ by, why }) {
    if (by === 'rateLimit')
        return failure(429, 'rate_limit_exceeded', why);
    if (by === 'quota')
        return failure(403, 'resource_limit_exceeded', why);
    return by === 'capacity' ? failure(412, 'resource_unavailable', why) : failure(503, 'unavailable', why);
}
function limited(session, service, code) {
    const text = boundsText(session, service);
    return { ...failure(403, code, text), finding: `hetzner: ${code}, as ${text}` };
}
function notFound(what) {
    return failure(404, 'not_found', `${what} not found`);
}
function failure(status, code, message) {
    return jsonReply(status, { error: { code, message, details: null } });
}
